package mysql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

// GeoBackup asks that backups outlive the region.
var GeoBackup = &checks.Check{
	ID:       "azure-mysql-geo-backup",
	Title:    "Backups of MySQL servers are kept in a second region",
	Why:      "When the region is lost, or cut off for long, backups inside it are too.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > Create > Compute + storage > Backups > Geo-redundancy: it can be chosen when the server is made, and later under Compute + storage.",
		CLI:       "az mysql flexible-server update --resource-group <group> --name <server> --geo-redundant-backup Enabled",
		Terraform: "resource \"azurerm_mysql_flexible_server\" \"example\" {\n  geo_redundant_backup_enabled = true\n}",
	},
	Aliases: []string{"prowler:mysql_flexible_server_geo_redundant_backup_enabled"},
	Link:    "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-backup-restore",
	Needs:   []inventory.Source{mysql.Servers},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		flexibleserver.JudgeGeoBackup(p, s.Common)
	}),
}
