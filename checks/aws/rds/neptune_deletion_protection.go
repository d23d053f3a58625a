package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// NeptuneDeletionProtection asks that Neptune clusters not be deletable in one step.
var NeptuneDeletionProtection = &checks.Check{
	ID:       "aws-neptune-cluster-deletion-protection",
	Title:    "Neptune clusters are protected against deletion",
	Why:      "Without the protection one mistaken or malicious call removes the cluster, and its automated backups with it.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Neptune > Clusters > the cluster > Modify: Enable deletion protection.",
		CLI:       "aws neptune modify-db-cluster --db-cluster-identifier <cluster> --deletion-protection --apply-immediately",
		Terraform: "resource \"aws_neptune_cluster\" \"example\" {\n  deletion_protection = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Neptune.4"}},
	Aliases:  []string{"prowler:neptune_cluster_deletion_protection", "securityhub:Neptune.4"},
	Link:     "https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html",
	Needs:    []inventory.Source{rds.NeptuneClusters},
	Run: checks.Each(rds.NeptuneClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			on(p, c.DeletionProtection, "deletionProtection", "the cluster can be deleted in one step")
		}
	}),
}
