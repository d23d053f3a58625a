// Package mysql collects the flexible servers of Azure Database for MySQL.
package mysql

import (
	"context"

	"demarc/providers/azure"
	"demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/ipfirewall"
	"demarc/providers/inventory"
)

// A Server is a flexible server.
type Server struct {
	inventory.Resource
	flexibleserver.Common

	Administrators inventory.Known[int]                         `fetch:"-"` // of Microsoft Entra
	Firewall       inventory.Known[[]ipfirewall.Rule]           `fetch:"-"`
	Parameters     inventory.Known[[]flexibleserver.Parameter]  `fetch:"-"`
	Diagnostics    inventory.Known[[]flexibleserver.Diagnostic] `fetch:"-"`
}

// The parameters that are read.
const (
	SecureTransport = "require_secure_transport"
	TLSVersion      = "tls_version"
	AuditLog        = "audit_log_enabled"
	AuditEvents     = "audit_log_events"
)

const version = "?api-version=2023-12-30"

var query = azure.Resources("Resources", "microsoft.dbformysql/flexibleservers")

// Servers lists the flexible servers of a subscription.
var Servers = &inventory.Type[Server]{
	Kind: "azure.mysql.Server", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, row azure.Row, p flexibleserver.Properties) *Server {
		return &Server{Resource: r, Common: flexibleserver.Of("Resource Graph microsoft.dbformysql/flexibleservers", row, p)}
	}),
}

// ServerAdministrators fetches Server.Administrators.
var ServerAdministrators = &inventory.Field[Server, int]{
	Of: Servers, Column: "administrators", Actions: []string{"Microsoft.DBforMySQL/flexibleServers/administrators/read"},
	At: func(s *Server) *inventory.Known[int] { return &s.Administrators },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) (int, error) {
		all, err := azure.GetAll[struct {
			Name string `json:"name"`
		}](ctx, s, row.Full+"/administrators"+version)
		return len(all), azure.Gone(err)
	},
}

// ServerFirewall fetches Server.Firewall.
var ServerFirewall = &inventory.Field[Server, []ipfirewall.Rule]{
	Of: Servers, Column: "firewall", Actions: []string{"Microsoft.DBforMySQL/flexibleServers/firewallRules/read"},
	At: func(s *Server) *inventory.Known[[]ipfirewall.Rule] { return &s.Firewall },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) ([]ipfirewall.Rule, error) {
		rules, err := ipfirewall.Read(ctx, s, "ARM microsoft.dbformysql/flexibleservers/firewallrules", row.Full+"/firewallRules"+version)
		return rules, azure.Gone(err)
	},
}

// ServerParameters fetches Server.Parameters, all of them in one call.
var ServerParameters = &inventory.Field[Server, []flexibleserver.Parameter]{
	Of: Servers, Column: "parameters", Actions: []string{"Microsoft.DBforMySQL/flexibleServers/configurations/read"},
	At: func(s *Server) *inventory.Known[[]flexibleserver.Parameter] { return &s.Parameters },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) ([]flexibleserver.Parameter, error) {
		return flexibleserver.Parameters(ctx, s, "ARM microsoft.dbformysql/flexibleservers/configurations", row.Full+"/configurations"+version,
			SecureTransport, TLSVersion, AuditLog, AuditEvents)
	},
}

// ServerDiagnostics fetches Server.Diagnostics.
var ServerDiagnostics = &inventory.Field[Server, []flexibleserver.Diagnostic]{
	Of: Servers, Column: "diagnostics", Actions: []string{"Microsoft.Insights/diagnosticSettings/read"},
	At: func(s *Server) *inventory.Known[[]flexibleserver.Diagnostic] { return &s.Diagnostics },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) ([]flexibleserver.Diagnostic, error) {
		return flexibleserver.Diagnostics(ctx, s, row.Full)
	},
}
