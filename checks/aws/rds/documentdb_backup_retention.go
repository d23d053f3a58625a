package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// DocumentDBBackupRetention asks that automated backups be kept long enough.
var DocumentDBBackupRetention = &checks.Check{
	ID:       "aws-documentdb-cluster-backup-retention",
	Title:    "Automated backups of DocumentDB clusters are kept long enough",
	Why:      "Damage is often noticed days later, and a cluster is made with a retention of one day. Without a backup from before the damage, the data is lost.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "DocumentDB > Clusters > the cluster > Modify > Backup: a retention period of 7 days or more.",
		CLI:       "aws docdb modify-db-cluster --db-cluster-identifier <cluster> --backup-retention-period 7 --apply-immediately",
		Terraform: "resource \"aws_docdb_cluster\" \"example\" {\n  backup_retention_period = 7\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"DocumentDB.2", "RDS.50"}},
	Aliases:  []string{"prowler:documentdb_cluster_backup_enabled", "securityhub:DocumentDB.2", "securityhub:RDS.50"},
	Link:     "https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html",
	Params:   []*checks.Param{minRetention},
	Needs:    []inventory.Source{rds.DocumentDBClusters},
	Run: checks.Each(rds.DocumentDBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			retained(p, c.BackupRetentionPeriod)
		}
	}),
}
