package postgresql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

// GeoBackup asks that backups outlive the region.
var GeoBackup = &checks.Check{
	ID:       "azure-postgresql-geo-backup",
	Title:    "Backups of PostgreSQL servers are kept in a second region",
	Why:      "When the region is lost, or cut off for long, backups inside it are too.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Azure Database for PostgreSQL flexible servers > Create > Compute + storage > Backups > Geo-redundancy: it can be chosen when the server is made.",
		CLI:       "az postgres flexible-server create --resource-group <group> --name <server> --geo-redundant-backup Enabled",
		Terraform: "resource \"azurerm_postgresql_flexible_server\" \"example\" {\n  geo_redundant_backup_enabled = true\n}",
	},
	Aliases: []string{"prowler:postgresql_flexible_server_geo_redundant_backup_enabled"},
	Link:    "https://learn.microsoft.com/azure/postgresql/backup-restore/concepts-backup-restore",
	Needs:   []inventory.Source{postgresql.Servers},
	Run: checks.Each(postgresql.Servers, func(p *checks.Probe, s *postgresql.Server) {
		flexibleserver.JudgeGeoBackup(p, s.Common)
	}),
}
