package sql

import (
	"context"
	"slices"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// ServerAudit fetches Server.Audit. A server on which auditing was never set
// up answers that it is disabled.
var ServerAudit = &inventory.Field[Server, Audit]{
	Of: Servers, Column: "audit", Actions: []string{"Microsoft.Sql/servers/auditingSettings/read"},
	At: func(s *Server) *inventory.Known[Audit] { return &s.Audit },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) (Audit, error) {
		const call = "ARM microsoft.sql/servers/auditingsettings"
		out, err := azure.Get[struct {
			Properties struct {
				State   *string `json:"state"`
				Storage *string `json:"storageEndpoint"`
				Monitor *bool   `json:"isAzureMonitorTargetEnabled"`
				Days    *int    `json:"retentionDays"`
			} `json:"properties"`
		}](ctx, s, row.Full+"/auditingSettings/default"+version)
		if err != nil {
			return Audit{}, gone(err)
		}
		p := out.Properties
		storage := inventory.Map(inventory.FromPtr(p.Storage, inventory.Unanswered[string](call, "storageEndpoint")), func(s string) bool { return s != "" })
		monitor := inventory.FromPtr(p.Monitor, inventory.Unanswered[bool](call, "isAzureMonitorTargetEnabled"))
		// "If state is Enabled, storageEndpoint or isAzureMonitorTargetEnabled
		// are required": where one of them is in use, the other is left out, or
		// empty, because it is not.
		if on, _ := monitor.Peek(); on {
			storage = inventory.Of(p.Storage != nil && *p.Storage != "")
		} else if on, _ := storage.Peek(); on {
			monitor = inventory.Of(p.Monitor != nil && *p.Monitor)
		}
		return Audit{
			State:   inventory.FromPtr(p.State, inventory.Unanswered[string](call, "state")),
			Storage: storage, Monitor: monitor,
			Days: inventory.FromPtr(p.Days, inventory.Unanswered[int](call, "retentionDays")),
		}, nil
	},
}

// ServerAuditExport fetches Server.AuditExport: "For server level audit use
// the 'master' database" of the diagnostic settings, whose category is
// SQLSecurityAuditEvents.
var ServerAuditExport = &inventory.Field[Server, bool]{
	Of: Servers, Column: "auditExport", Actions: []string{"Microsoft.Insights/diagnosticSettings/read"},
	At: func(s *Server) *inventory.Known[bool] { return &s.AuditExport },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) (bool, error) {
		all, err := azure.GetAll[struct {
			Properties struct {
				Logs []struct {
					Category string `json:"category"`
					Group    string `json:"categoryGroup"`
					Enabled  bool   `json:"enabled"`
				} `json:"logs"`
			} `json:"properties"`
		}](ctx, s, row.Full+"/databases/master/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview")
		if err != nil {
			return false, serverGone(err)
		}
		for _, setting := range all {
			for _, l := range setting.Properties.Logs {
				if l.Enabled && (l.Category == "SQLSecurityAuditEvents" || slices.Contains([]string{"audit", "alllogs"}, strings.ToLower(l.Group))) {
					return true, nil
				}
			}
		}
		return false, nil
	},
}

// ServerAlerts fetches Server.Alerts.
var ServerAlerts = &inventory.Field[Server, bool]{
	Of: Servers, Column: "alerts", Actions: []string{"Microsoft.Sql/servers/securityAlertPolicies/read"},
	At: func(s *Server) *inventory.Known[bool] { return &s.Alerts },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) (bool, error) {
		out, err := azure.Get[stateJSON](ctx, s, row.Full+"/securityAlertPolicies/Default"+version)
		if err != nil {
			return false, gone(err)
		}
		return switched("ARM microsoft.sql/servers/securityalertpolicies", out.Properties.State)
	},
}

type stateJSON struct {
	Properties struct {
		State *string `json:"state"`
	} `json:"properties"`
}

// ServerExpress fetches Server.Express: "Disabled" where the server is in the
// classic configuration or in none.
var ServerExpress = &inventory.Field[Server, bool]{
	Of: Servers, Column: "express", Actions: []string{"Microsoft.Sql/servers/sqlVulnerabilityAssessments/read"},
	At: func(s *Server) *inventory.Known[bool] { return &s.Express },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) (bool, error) {
		out, err := azure.Get[stateJSON](ctx, s, row.Full+"/sqlVulnerabilityAssessments/default"+version)
		switch {
		case azure.Code(err, "SqlVulnerabilityAssessmentIsDisabled"):
			return false, nil
		case err != nil:
			return false, serverGone(err)
		}
		return switched("ARM microsoft.sql/servers/sqlvulnerabilityassessments", out.Properties.State)
	},
}

// ServerClassic fetches Server.Classic. Where it was never set up the answer
// has no container, or is that Defender for SQL, which it takes, is off.
var ServerClassic = &inventory.Field[Server, Assessment]{
	Of: Servers, Column: "classic", Actions: []string{"Microsoft.Sql/servers/vulnerabilityAssessments/read"},
	At: func(s *Server) *inventory.Known[Assessment] { return &s.Classic },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) (Assessment, error) {
		const call = "ARM microsoft.sql/servers/vulnerabilityassessments"
		none := Assessment{Recurring: inventory.Of(false), Admins: inventory.Of(false), Emails: inventory.Of(0)}
		out, err := azure.Get[struct {
			Properties *struct {
				Container string `json:"storageContainerPath"`
				Scans     *struct {
					Enabled *bool     `json:"isEnabled"`
					Admins  *bool     `json:"emailSubscriptionAdmins"`
					Emails  *[]string `json:"emails"`
				} `json:"recurringScans"`
			} `json:"properties"`
		}](ctx, s, row.Full+"/vulnerabilityAssessments/default"+version)
		switch {
		case azure.Code(err, "VulnerabilityAssessmentADSIsDisabled"):
			return none, nil
		case err != nil:
			return Assessment{}, serverGone(err)
		case out.Properties == nil:
			return Assessment{}, lacking(call)
		case out.Properties.Container == "":
			return none, nil
		}
		a := Assessment{
			Configured: true,
			Recurring:  inventory.Unanswered[bool](call, "recurringScans"),
			Admins:     inventory.Unanswered[bool](call, "recurringScans"),
			Emails:     inventory.Unanswered[int](call, "recurringScans"),
		}
		if scans := out.Properties.Scans; scans != nil {
			a.Recurring = inventory.FromPtr(scans.Enabled, inventory.Unanswered[bool](call, "recurringScans.isEnabled"))
			a.Admins = inventory.FromPtr(scans.Admins, inventory.Unanswered[bool](call, "recurringScans.emailSubscriptionAdmins"))
			a.Emails = inventory.Map(inventory.FromPtr(scans.Emails, inventory.Unanswered[[]string](call, "recurringScans.emails")), func(all []string) int {
				n := 0
				for _, address := range all {
					if strings.TrimSpace(address) != "" { // a list of one empty word is the answer where none was named
						n++
					}
				}
				return n
			})
		}
		return a, nil
	},
}
