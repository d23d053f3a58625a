package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// SnapshotPublic asks that no snapshot be public.
var SnapshotPublic = &checks.Check{
	ID:       "aws-rds-snapshot-not-public",
	Title:    "Snapshots of RDS instances are not public",
	Why:      "Every AWS account may copy a public snapshot and restore all the data in it, and people search for them.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Snapshots > the snapshot > Actions > Share snapshot > Private.",
		CLI:       "aws rds modify-db-snapshot-attribute --db-snapshot-identifier <snapshot> --attribute-name restore --values-to-remove all",
		Terraform: "resource \"aws_db_snapshot\" \"example\" {\n  db_instance_identifier = aws_db_instance.example.identifier\n  db_snapshot_identifier = \"before-upgrade\"\n  shared_accounts        = []\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.1"}},
	Aliases:  []string{"prowler:rds_snapshots_public_access", "securityhub:RDS.1"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html",
	Needs:    []inventory.Source{rds.DBSnapshotPublic},
	Run: checks.Each(rds.DBSnapshots, func(p *checks.Probe, s *rds.Snapshot) {
		if public, ok := s.Public.Get(p); ok && public {
			p.Evidence("restore", "all")
			p.Failf("any AWS account may restore the snapshot")
		}
	}),
}
