package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// MySQLClusterCopyTags asks that snapshots carry the tags of their cluster.
var MySQLClusterCopyTags = &checks.Check{
	ID:       "aws-rds-mysql-cluster-copy-tags-to-snapshots",
	Title:    "Multi-AZ DB clusters of MySQL copy their tags to snapshots",
	Why:      "Permissions, retention and reports that go by tags lose hold of snapshots without them, though these hold the same data.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB cluster > Modify > Backup: Copy tags to snapshots.",
		CLI:       "aws rds modify-db-cluster --db-cluster-identifier <cluster> --copy-tags-to-snapshot --apply-immediately",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  copy_tags_to_snapshot = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.48"}},
	Aliases:  []string{"securityhub:RDS.48"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html",
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) && runs(p, c.Engine, "mysql") {
			on(p, c.CopyTagsToSnapshot, "copyTagsToSnapshot", "tags are not copied to snapshots")
		}
	}),
}
