// Package postgresql collects the flexible servers of Azure Database for PostgreSQL.
package postgresql

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
	EntraAuth    inventory.Known[string] // "Enabled", "Disabled"
	PasswordAuth inventory.Known[string] // "Enabled", "Disabled"

	Firewall    inventory.Known[[]ipfirewall.Rule]           `fetch:"-"`
	Parameters  inventory.Known[[]flexibleserver.Parameter]  `fetch:"-"`
	Diagnostics inventory.Known[[]flexibleserver.Diagnostic] `fetch:"-"`
}

// The parameters that are read.
const (
	SecureTransport    = "require_secure_transport"
	MinimumTLS         = "ssl_min_protocol_version"
	LogCheckpoints     = "log_checkpoints"
	LogConnections     = "log_connections"
	LogDisconnections  = "log_disconnections"
	ConnectionThrottle = "connection_throttle.enable"
	LogFiles           = "logfiles.download_enable" // "Enables or disables server logs functionality"
	LogFileDays        = "logfiles.retention_days"
)

type properties struct {
	flexibleserver.Properties
	Auth *struct {
		Entra    *string `json:"activeDirectoryAuth"`
		Password *string `json:"passwordAuth"`
	} `json:"authConfig"`
}

const version = "?api-version=2024-08-01"

var query = azure.Resources("Resources", "microsoft.dbforpostgresql/flexibleservers")

// Servers lists the flexible servers of a subscription.
var Servers = &inventory.Type[Server]{
	Kind: "azure.postgresql.Server", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, row azure.Row, p properties) *Server {
		const asked = "Resource Graph microsoft.dbforpostgresql/flexibleservers"
		s := &Server{
			Resource: r, Common: flexibleserver.Of(asked, row, p.Properties),
			EntraAuth:    inventory.Unanswered[string](asked, "authConfig.activeDirectoryAuth"),
			PasswordAuth: inventory.Unanswered[string](asked, "authConfig.passwordAuth"),
		}
		if p.Auth != nil {
			s.EntraAuth = inventory.FromPtr(p.Auth.Entra, s.EntraAuth)
			s.PasswordAuth = inventory.FromPtr(p.Auth.Password, s.PasswordAuth)
		}
		return s
	}),
}

// ServerFirewall fetches Server.Firewall.
var ServerFirewall = &inventory.Field[Server, []ipfirewall.Rule]{
	Of: Servers, Column: "firewall", Actions: []string{"Microsoft.DBforPostgreSQL/flexibleServers/firewallRules/read"},
	At: func(s *Server) *inventory.Known[[]ipfirewall.Rule] { return &s.Firewall },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) ([]ipfirewall.Rule, error) {
		rules, err := ipfirewall.Read(ctx, s, "ARM microsoft.dbforpostgresql/flexibleservers/firewallrules", row.Full+"/firewallRules"+version)
		return rules, azure.Gone(err)
	},
}

// ServerParameters fetches Server.Parameters, all of them in one call.
var ServerParameters = &inventory.Field[Server, []flexibleserver.Parameter]{
	Of: Servers, Column: "parameters", Actions: []string{"Microsoft.DBforPostgreSQL/flexibleServers/configurations/read"},
	At: func(s *Server) *inventory.Known[[]flexibleserver.Parameter] { return &s.Parameters },
	Fetch: func(ctx context.Context, s inventory.Scope, row *Server) ([]flexibleserver.Parameter, error) {
		return flexibleserver.Parameters(ctx, s, "ARM microsoft.dbforpostgresql/flexibleservers/configurations", row.Full+"/configurations"+version,
			SecureTransport, MinimumTLS, LogCheckpoints, LogConnections, LogDisconnections, ConnectionThrottle, LogFiles, LogFileDays)
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
