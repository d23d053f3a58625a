package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterBackupRetention asks that automated backups be kept long enough.
var ClusterBackupRetention = &checks.Check{
	ID:       "aws-rds-cluster-backup-retention",
	Title:    "Automated backups of RDS clusters are kept long enough",
	Why:      "Damage is often noticed days later, and a cluster is made with a retention of one day. Without a backup from before the damage, the data is lost.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB cluster > Modify > Backup: a retention period of 7 days or more.",
		CLI:       "aws rds modify-db-cluster --db-cluster-identifier <cluster> --backup-retention-period 7 --apply-immediately",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  backup_retention_period = 7\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.50"}},
	Aliases:  []string{"securityhub:RDS.50"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html",
	Params:   []*checks.Param{minRetention},
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			retained(p, c.BackupRetentionPeriod)
		}
	}),
}
