package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// NeptuneSnapshotPublic asks that no snapshot be public.
var NeptuneSnapshotPublic = &checks.Check{
	ID:       "aws-neptune-snapshot-not-public",
	Title:    "Snapshots of Neptune clusters are not public",
	Why:      "Every AWS account may copy a public snapshot and restore all the data in it, and people search for them.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Neptune > Snapshots > the snapshot > Actions > Share snapshot > Private.",
		CLI:       "aws neptune modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier <snapshot> --attribute-name restore --values-to-remove all",
		Terraform: "resource \"aws_neptune_cluster_snapshot\" \"example\" {\n  db_cluster_identifier          = aws_neptune_cluster.example.id\n  db_cluster_snapshot_identifier = \"before-upgrade\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Neptune.3"}},
	Aliases:  []string{"prowler:neptune_cluster_public_snapshot", "securityhub:Neptune.3"},
	Link:     "https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-share-snapshot.html",
	Needs:    []inventory.Source{rds.NeptuneSnapshotPublic},
	Run: checks.Each(rds.NeptuneSnapshots, func(p *checks.Probe, s *rds.Snapshot) {
		if public, ok := s.Public.Get(p); ok && public {
			p.Evidence("restore", "all")
			p.Failf("any AWS account may restore the snapshot")
		}
	}),
}
