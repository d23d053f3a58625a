package postgresql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// SecureTransport asks that connections without TLS are refused.
var SecureTransport = &checks.Check{
	ID:       "azure-postgresql-secure-transport",
	Title:    "PostgreSQL servers refuse connections without TLS",
	Why:      "Without TLS, passwords and data can be read and changed on the way.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Settings > Server parameters > require_secure_transport: ON.",
		CLI:       "az postgres flexible-server parameter set --resource-group <group> --server-name <server> --name require_secure_transport --value on",
		Terraform: "resource \"azurerm_postgresql_flexible_server_configuration\" \"example\" {\n  name      = \"require_secure_transport\"\n  server_id = azurerm_postgresql_flexible_server.example.id\n  value     = \"on\"\n}",
	},
	Aliases: []string{"prowler:postgresql_flexible_server_enforce_ssl_enabled"},
	Link:    "https://learn.microsoft.com/azure/postgresql/security/security-tls",
	Needs:   []inventory.Source{postgresql.Servers, postgresql.ServerParameters},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		flexibleserver.JudgeOn(p, s.Common, s.Parameters, postgresql.SecureTransport, "connections without TLS are taken")
	}),
}
