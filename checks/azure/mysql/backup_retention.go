package mysql

import (
	"demarc/checks"
	"demarc/checks/azure/flexibleserver"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

var minBackupDays = &checks.Param{Name: "minDays", Default: 7, Unit: "days", Source: "Microsoft Learn, \"Backup and restore in Azure Database for MySQL\": the service's default"}

// BackupRetention asks that backups reach back for some days.
var BackupRetention = &checks.Check{
	ID:       "azure-mysql-backup-retention",
	Title:    "Backups of MySQL servers are kept for a week",
	Why:      "Damage that is found after a holiday is beyond backups of a few days.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Azure Database for MySQL flexible servers > the server > Settings > Compute + storage > Backup retention period.",
		CLI:       "az mysql flexible-server update --resource-group <group> --name <server> --backup-retention 14",
		Terraform: "resource \"azurerm_mysql_flexible_server\" \"example\" {\n  backup_retention_days = 14\n}",
	},
	Link:   "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-backup-restore",
	Params: []*checks.Param{minBackupDays},
	Needs:  []inventory.Source{mysql.Servers},
	Run: checks.Each(mysql.Servers, func(p *checks.Probe, s *mysql.Server) {
		if !flexibleserver.Lives(p, s.Common) {
			return
		}
		days, ok := s.BackupDays.Get(p)
		if want := p.Int(minBackupDays); ok && days < want {
			p.Evidence("backupRetentionDays", days)
			p.Failf("backups are kept for %d days, fewer than %d", days, want)
		}
	}),
}
