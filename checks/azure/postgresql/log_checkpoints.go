package postgresql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// LogCheckpoints asks that checkpoints are recorded.
var LogCheckpoints = &checks.Check{
	ID:       "azure-postgresql-log-checkpoints",
	Title:    "PostgreSQL servers record checkpoints",
	Why:      "Checkpoints show when the server was under load or was restarted: what an attack, or a fault, looks like from inside.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Settings > Server parameters > log_checkpoints: ON.",
		CLI:       "az postgres flexible-server parameter set --resource-group <group> --server-name <server> --name log_checkpoints --value on",
		Terraform: "resource \"azurerm_postgresql_flexible_server_configuration\" \"example\" {\n  name      = \"log_checkpoints\"\n  server_id = azurerm_postgresql_flexible_server.example.id\n  value     = \"on\"\n}",
	},
	Aliases: []string{"prowler:postgresql_flexible_server_log_checkpoints_on"},
	Link:    "https://learn.microsoft.com/azure/postgresql/monitor/concepts-logging",
	Needs:   []inventory.Source{postgresql.Servers, postgresql.ServerParameters},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		flexibleserver.JudgeOn(p, s.Common, s.Parameters, postgresql.LogCheckpoints, "checkpoints are not recorded")
	}),
}
