package postgresql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// MinimumTLS asks that servers refuse old versions of TLS.
var MinimumTLS = &checks.Check{
	ID:       "azure-postgresql-min-tls",
	Title:    "PostgreSQL servers take TLS 1.2 or later only",
	Why:      "TLS 1.0 and 1.1 are broken: who sits on the way can make both sides fall back to them and read along.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Settings > Server parameters > ssl_min_protocol_version: TLSv1.2.",
		CLI:       "az postgres flexible-server parameter set --resource-group <group> --server-name <server> --name ssl_min_protocol_version --value TLSv1.2",
		Terraform: "resource \"azurerm_postgresql_flexible_server_configuration\" \"example\" {\n  name      = \"ssl_min_protocol_version\"\n  server_id = azurerm_postgresql_flexible_server.example.id\n  value     = \"TLSv1.2\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/postgresql/security/security-tls",
	Needs: []inventory.Source{postgresql.Servers, postgresql.ServerParameters},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		flexibleserver.JudgeTLS(p, s.Common, s.Parameters, postgresql.MinimumTLS)
	}),
}
