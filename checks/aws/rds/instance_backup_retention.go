package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceBackupRetention asks that automated backups be kept long enough. Read
// replicas are copies themselves.
var InstanceBackupRetention = &checks.Check{
	ID:       "aws-rds-instance-backup-retention",
	Title:    "Automated backups of RDS instances are kept long enough",
	Why:      "Damage is often noticed days later. Without a backup from before it, the data is lost.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Backup: Enable automated backups, and a retention period of 7 days or more.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --backup-retention-period 7 --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  backup_retention_period = 7\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.11"}},
	Aliases:  []string{"prowler:rds_instance_backup_enabled", "securityhub:RDS.11"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
	Params:   []*checks.Param{minRetention},
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if !there(p, d.DBInstanceStatus) || !alone(p, d) {
			return
		}
		source, ok := d.ReadReplicaOf.Get(p)
		switch {
		case !ok:
		case source != "":
			p.Skipf("it is a read replica of %s", source)
		default:
			retained(p, d.BackupRetentionPeriod)
		}
	}),
}
