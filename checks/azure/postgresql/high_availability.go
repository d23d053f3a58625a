package postgresql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// HighAvailability asks that a server has a standby.
var HighAvailability = &checks.Check{
	ID:       "azure-postgresql-high-availability",
	Title:    "PostgreSQL servers have a standby",
	Why:      "Without a standby, a failed machine or a failed zone is an outage until somebody restores the server.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Settings > High availability > Enable.",
		CLI:       "az postgres flexible-server update --resource-group <group> --name <server> --high-availability ZoneRedundant",
		Terraform: "resource \"azurerm_postgresql_flexible_server\" \"example\" {\n  high_availability {\n    mode = \"ZoneRedundant\"\n  }\n}",
	},
	Aliases: []string{"prowler:postgresql_flexible_server_high_availability_enabled"},
	Link:    "https://learn.microsoft.com/azure/postgresql/high-availability/concepts-high-availability",
	Needs:   []inventory.Source{postgresql.Servers},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		flexibleserver.JudgeHighAvailability(p, s.Common)
	}),
}
