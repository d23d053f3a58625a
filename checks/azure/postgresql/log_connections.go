package postgresql

import (
	"strings"

	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// LogConnections asks that logins are recorded.
var LogConnections = &checks.Check{
	ID:       "azure-postgresql-log-connections",
	Title:    "PostgreSQL servers record logins",
	Why:      "Without them nobody can tell who was inside, nor who tried to get in.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Settings > Server parameters > log_connections: ON.",
		CLI:       "az postgres flexible-server parameter set --resource-group <group> --server-name <server> --name log_connections --value on",
		Terraform: "resource \"azurerm_postgresql_flexible_server_configuration\" \"example\" {\n  name      = \"log_connections\"\n  server_id = azurerm_postgresql_flexible_server.example.id\n  value     = \"on\"\n}",
	},
	Aliases: []string{"prowler:postgresql_flexible_server_log_connections_on"},
	Link:    "https://learn.microsoft.com/azure/postgresql/monitor/concepts-logging",
	Needs:   []inventory.Source{postgresql.Servers, postgresql.ServerParameters},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		if !flexibleserver.Lives(p, s.Common) {
			return
		}
		value, ok := flexibleserver.Value(s.Parameters, postgresql.LogConnections).Get(p)
		if !ok {
			return
		}
		// A list of what is recorded since PostgreSQL 18, on or off before.
		unheard := ""
		for _, word := range strings.Split(strings.ToLower(value), ",") {
			switch word = strings.TrimSpace(word); word {
			case "on", "true", "yes", "1", "all", "authentication", "authorization":
				return
			case "", "off", "false", "no", "0", "receipt", "setup_durations": // neither of which says who it was
			default:
				unheard = word
			}
		}
		if unheard != "" {
			flexibleserver.UnheardOf(p, postgresql.LogConnections, unheard)
			return
		}
		p.Evidence(postgresql.LogConnections, value)
		p.Failf("who logs in is not recorded")
	}),
}
