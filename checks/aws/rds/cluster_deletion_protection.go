package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterDeletionProtection asks that RDS clusters not be deletable in one step.
var ClusterDeletionProtection = &checks.Check{
	ID:       "aws-rds-cluster-deletion-protection",
	Title:    "RDS clusters are protected against deletion",
	Why:      "Without the protection one mistaken or malicious call removes the cluster, and its automated backups with it.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Databases > the DB cluster > Modify: Enable deletion protection.",
		CLI:       "aws rds modify-db-cluster --db-cluster-identifier <cluster> --deletion-protection --apply-immediately",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  deletion_protection = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.7"}},
	Aliases:  []string{"prowler:rds_cluster_deletion_protection", "securityhub:RDS.7"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html",
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			on(p, c.DeletionProtection, "deletionProtection", "the cluster can be deleted in one step")
		}
	}),
}
