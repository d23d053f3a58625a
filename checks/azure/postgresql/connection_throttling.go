package postgresql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// ConnectionThrottling asks that who fails to log in too often is slowed down.
var ConnectionThrottling = &checks.Check{
	ID:       "azure-postgresql-connection-throttling",
	Title:    "PostgreSQL servers slow down who fails to log in too often",
	Why:      "Without a brake, passwords are guessed as fast as the network allows.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Settings > Server parameters > connection_throttle.enable: ON.",
		CLI:       "az postgres flexible-server parameter set --resource-group <group> --server-name <server> --name connection_throttle.enable --value on",
		Terraform: "resource \"azurerm_postgresql_flexible_server_configuration\" \"example\" {\n  name      = \"connection_throttle.enable\"\n  server_id = azurerm_postgresql_flexible_server.example.id\n  value     = \"on\"\n}",
	},
	Aliases: []string{"prowler:postgresql_flexible_server_connection_throttling_on"},
	Link:    "https://learn.microsoft.com/azure/postgresql/server-parameters/concepts-server-parameters",
	Needs:   []inventory.Source{postgresql.Servers, postgresql.ServerParameters},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		flexibleserver.JudgeOn(p, s.Common, s.Parameters, postgresql.ConnectionThrottle, "an address that keeps failing to log in is not slowed down")
	}),
}
