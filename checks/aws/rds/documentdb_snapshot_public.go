package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// DocumentDBSnapshotPublic asks that no snapshot be public.
var DocumentDBSnapshotPublic = &checks.Check{
	ID:       "aws-documentdb-snapshot-not-public",
	Title:    "Snapshots of DocumentDB clusters are not public",
	Why:      "Every AWS account may copy a public snapshot and restore all the data in it, and people search for them.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "DocumentDB > Snapshots > the snapshot > Actions > Share snapshot > Private.",
		CLI:       "aws docdb modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier <snapshot> --attribute-name restore --values-to-remove all",
		Terraform: "resource \"aws_docdb_cluster_snapshot\" \"example\" {\n  db_cluster_identifier          = aws_docdb_cluster.example.id\n  db_cluster_snapshot_identifier = \"before-upgrade\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"DocumentDB.3"}},
	Aliases:  []string{"prowler:documentdb_cluster_public_snapshot", "securityhub:DocumentDB.3"},
	Link:     "https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore-share_cluster_snapshots.html",
	Needs:    []inventory.Source{rds.DocumentDBSnapshotPublic},
	Run: checks.Each(rds.DocumentDBSnapshots, func(p *checks.Probe, s *rds.Snapshot) {
		if public, ok := s.Public.Get(p); ok && public {
			p.Evidence("restore", "all")
			p.Failf("any AWS account may restore the snapshot")
		}
	}),
}
