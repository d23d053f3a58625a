package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceCopyTags asks that snapshots carry the tags of their instance.
var InstanceCopyTags = &checks.Check{
	ID:       "aws-rds-instance-copy-tags-to-snapshots",
	Title:    "RDS instances copy their tags to snapshots",
	Why:      "Permissions, retention and reports that go by tags lose hold of snapshots without them, though these hold the same data.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB instance > Modify > Backup: Copy tags to snapshots.",
		CLI:       "aws rds modify-db-instance --db-instance-identifier <instance> --copy-tags-to-snapshot --apply-immediately",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  copy_tags_to_snapshot = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.17"}},
	Aliases:  []string{"prowler:rds_instance_copy_tags_to_snapshots", "securityhub:RDS.17"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html",
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if there(p, d.DBInstanceStatus) && alone(p, d) {
			on(p, d.CopyTagsToSnapshot, "copyTagsToSnapshot", "tags are not copied to snapshots")
		}
	}),
}
