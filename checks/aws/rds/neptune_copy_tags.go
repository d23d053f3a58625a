package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// NeptuneCopyTags asks that snapshots carry the tags of their cluster.
var NeptuneCopyTags = &checks.Check{
	ID:       "aws-neptune-cluster-copy-tags-to-snapshots",
	Title:    "Neptune clusters copy their tags to snapshots",
	Why:      "Permissions, retention and reports that go by tags lose hold of snapshots without them, though these hold the same data.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Neptune > Clusters > the cluster > Modify: Copy tags to snapshots.",
		CLI:       "aws neptune modify-db-cluster --db-cluster-identifier <cluster> --copy-tags-to-snapshot --apply-immediately",
		Terraform: "resource \"aws_neptune_cluster\" \"example\" {\n  copy_tags_to_snapshot = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Neptune.8"}},
	Aliases:  []string{"prowler:neptune_cluster_copy_tags_to_snapshots", "securityhub:Neptune.8"},
	Link:     "https://docs.aws.amazon.com/neptune/latest/userguide/tagging.html",
	Needs:    []inventory.Source{rds.NeptuneClusters},
	Run: checks.Each(rds.NeptuneClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			on(p, c.CopyTagsToSnapshot, "copyTagsToSnapshot", "tags are not copied to snapshots")
		}
	}),
}
