package mysql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

// HighAvailability asks that a server has a standby.
var HighAvailability = &checks.Check{
	ID:       "azure-mysql-high-availability",
	Title:    "MySQL servers have a standby",
	Why:      "Without a standby, a failed machine or a failed zone is an outage until somebody restores the server.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > the server > Settings > High availability > Enable.",
		CLI:       "az mysql flexible-server update --resource-group <group> --name <server> --high-availability ZoneRedundant",
		Terraform: "resource \"azurerm_mysql_flexible_server\" \"example\" {\n  high_availability {\n    mode = \"ZoneRedundant\"\n  }\n}",
	},
	Aliases: []string{"prowler:mysql_flexible_server_high_availability_enabled"},
	Link:    "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-high-availability",
	Needs:   []inventory.Source{mysql.Servers},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		flexibleserver.JudgeHighAvailability(p, s.Common)
	}),
}
