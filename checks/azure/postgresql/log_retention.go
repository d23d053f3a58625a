package postgresql

import (
	"strconv"

	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	servers "demarc/providers/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

var minLogDays = &checks.Param{Name: "minDays", Default: 4, Unit: "days", Source: "CIS Microsoft Azure Foundations: logfiles.retention_days is greater than 3"}

// LogRetention asks that server logs are kept for some days.
var LogRetention = &checks.Check{
	ID:       "azure-postgresql-log-retention",
	Title:    "Logs of PostgreSQL servers are kept for more than three days",
	Why:      "A break-in on a Friday is to be found in the logs of Monday.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > the server > Monitoring > Diagnostic settings > Add: PostgreSQL Server Logs; or Settings > Server parameters > logfiles.download_enable: ON and logfiles.retention_days: 7.",
		CLI:       "az postgres flexible-server parameter set --resource-group <group> --server-name <server> --name logfiles.retention_days --value 7",
		Terraform: "resource \"azurerm_postgresql_flexible_server_configuration\" \"example\" {\n  name      = \"logfiles.retention_days\"\n  server_id = azurerm_postgresql_flexible_server.example.id\n  value     = \"7\"\n}",
	},
	Aliases: []string{"prowler:postgresql_flexible_server_log_retention_days_greater_3"},
	Link:    "https://learn.microsoft.com/azure/postgresql/monitor/concepts-logging",
	Params:  []*checks.Param{minLogDays},
	Needs:   []inventory.Source{postgresql.Servers, postgresql.ServerParameters, postgresql.ServerDiagnostics},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		if !flexibleserver.Lives(p, s.Common) {
			return
		}
		sent := inventory.Then(s.Diagnostics, func(all []servers.Diagnostic) inventory.Known[bool] { return servers.Sent(all, "PostgreSQLLogs") })
		days := inventory.Then(flexibleserver.Value(s.Parameters, postgresql.LogFileDays), number)
		long := inventory.Map(days, func(n int) bool { return n >= p.Int(minLogDays) })
		kept := inventory.And(flexibleserver.On(s.Parameters, postgresql.LogFiles), long)
		if ok, known := inventory.Or(sent, kept).Get(p); known && !ok {
			if on, known := flexibleserver.On(s.Parameters, postgresql.LogFiles).Peek(); known && !on {
				p.Evidence(postgresql.LogFiles, "off")
				p.Failf("the server keeps no log files, and no diagnostic setting sends its logs anywhere")
				return
			}
			n, _ := days.Peek()
			p.Evidence(postgresql.LogFileDays, n)
			p.Failf("the server keeps its log files for %d days, fewer than %d, and no diagnostic setting sends its logs anywhere", n, p.Int(minLogDays))
		}
	}),
}

// number reads a parameter's whole number.
func number(value string) inventory.Known[int] {
	n, err := strconv.Atoi(value)
	if err != nil {
		return inventory.Missing[int](inventory.Gap{Reason: inventory.Failed, Where: "what the value of " + postgresql.LogFileDays + " is: no number"})
	}
	return inventory.Of(n)
}
