package postgresql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// LogDisconnections asks that the ends of sessions are recorded.
var LogDisconnections = &checks.Check{
	ID:       "azure-postgresql-log-disconnections",
	Title:    "PostgreSQL servers record the ends of sessions",
	Why:      "Without them nobody can tell how long an intruder was inside.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Settings > Server parameters > log_disconnections: ON.",
		CLI:       "az postgres flexible-server parameter set --resource-group <group> --server-name <server> --name log_disconnections --value on",
		Terraform: "resource \"azurerm_postgresql_flexible_server_configuration\" \"example\" {\n  name      = \"log_disconnections\"\n  server_id = azurerm_postgresql_flexible_server.example.id\n  value     = \"on\"\n}",
	},
	Aliases: []string{"prowler:postgresql_flexible_server_log_disconnections_on"},
	Link:    "https://learn.microsoft.com/azure/postgresql/monitor/concepts-logging",
	Needs:   []inventory.Source{postgresql.Servers, postgresql.ServerParameters},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		flexibleserver.JudgeOn(p, s.Common, s.Parameters, postgresql.LogDisconnections, "the ends of sessions are not recorded")
	}),
}
