package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// NeptuneBackupRetention asks that automated backups be kept long enough.
var NeptuneBackupRetention = &checks.Check{
	ID:       "aws-neptune-cluster-backup-retention",
	Title:    "Automated backups of Neptune clusters are kept long enough",
	Why:      "Damage is often noticed days later, and a cluster is made with a retention of one day. Without a backup from before the damage, the data is lost.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Neptune > Clusters > the cluster > Modify > Backup: a retention period of 7 days or more.",
		CLI:       "aws neptune modify-db-cluster --db-cluster-identifier <cluster> --backup-retention-period 7 --apply-immediately",
		Terraform: "resource \"aws_neptune_cluster\" \"example\" {\n  backup_retention_period = 7\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Neptune.5", "RDS.50"}},
	Aliases:  []string{"prowler:neptune_cluster_backup_enabled", "securityhub:Neptune.5", "securityhub:RDS.50"},
	Link:     "https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html",
	Params:   []*checks.Param{minRetention},
	Needs:    []inventory.Source{rds.NeptuneClusters},
	Run: checks.Each(rds.NeptuneClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			retained(p, c.BackupRetentionPeriod)
		}
	}),
}
