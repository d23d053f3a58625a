package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceDeletionProtection asks that an instance not be deletable in one step.
var InstanceDeletionProtection = &checks.Check{
	ID:       "aws-rds-instance-deletion-protection",
	Title:    "RDS instances are protected against deletion",
	Why:      "Without the protection one mistaken or malicious call removes the database, and its automated backups with it.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify: Enable deletion protection.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --deletion-protection --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  deletion_protection = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.8"}},
	Aliases:  []string{"prowler:rds_instance_deletion_protection", "securityhub:RDS.8"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html",
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if there(p, d.DBInstanceStatus) && alone(p, d) {
			on(p, d.DeletionProtection, "deletionProtection", "the instance can be deleted in one step")
		}
	}),
}
