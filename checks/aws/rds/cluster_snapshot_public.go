package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterSnapshotPublic asks that no snapshot be public.
var ClusterSnapshotPublic = &checks.Check{
	ID:       "aws-rds-cluster-snapshot-not-public",
	Title:    "Snapshots of RDS clusters are not public",
	Why:      "Every AWS account may copy a public snapshot and restore all the data in it, and people search for them.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Snapshots > the snapshot > Actions > Share snapshot > Private.",
		CLI:       "aws rds modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier <snapshot> --attribute-name restore --values-to-remove all",
		Terraform: "resource \"aws_db_cluster_snapshot\" \"example\" {\n  db_cluster_identifier          = aws_rds_cluster.example.id\n  db_cluster_snapshot_identifier = \"before-upgrade\"\n  shared_accounts                = []\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.1"}},
	Aliases:  []string{"prowler:rds_snapshots_public_access", "securityhub:RDS.1"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-share-snapshot.html",
	Needs:    []inventory.Source{rds.DBClusterSnapshotPublic},
	Run: checks.Each(rds.DBClusterSnapshots, func(p *checks.Probe, s *rds.Snapshot) {
		if public, ok := s.Public.Get(p); ok && public {
			p.Evidence("restore", "all")
			p.Failf("any AWS account may restore the snapshot")
		}
	}),
}
