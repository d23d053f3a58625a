package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// DocumentDBDeletionProtection asks that DocumentDB clusters not be deletable in one step.
var DocumentDBDeletionProtection = &checks.Check{
	ID:       "aws-documentdb-cluster-deletion-protection",
	Title:    "DocumentDB clusters are protected against deletion",
	Why:      "Without the protection one mistaken or malicious call removes the cluster, and its automated backups with it.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "DocumentDB > Clusters > the cluster > Modify: Enable deletion protection.",
		CLI:       "aws docdb modify-db-cluster --db-cluster-identifier <cluster> --deletion-protection --apply-immediately",
		Terraform: "resource \"aws_docdb_cluster\" \"example\" {\n  deletion_protection = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"DocumentDB.5"}},
	Aliases:  []string{"prowler:documentdb_cluster_deletion_protection", "securityhub:DocumentDB.5"},
	Link:     "https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html",
	Needs:    []inventory.Source{rds.DocumentDBClusters},
	Run: checks.Each(rds.DocumentDBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			on(p, c.DeletionProtection, "deletionProtection", "the cluster can be deleted in one step")
		}
	}),
}
