package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// NeptuneSnapshotEncrypted asks that snapshots be encrypted.
var NeptuneSnapshotEncrypted = &checks.Check{
	ID:       "aws-neptune-snapshot-encrypted",
	Title:    "Snapshots of Neptune clusters are encrypted",
	Why:      "A snapshot holds all the data of its database. Unencrypted, it can be read by whoever comes by it, and it can be made public.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Neptune > Snapshots > the snapshot > Actions > Copy or restore, with encryption enabled; then delete the unencrypted one. Encrypt the database that it is taken of.",
		CLI:       "aws neptune copy-db-cluster-snapshot --source-db-cluster-snapshot-identifier <snapshot> --target-db-cluster-snapshot-identifier <encrypted-snapshot> --kms-key-id <key>",
		Terraform: "resource \"aws_neptune_cluster\" \"example\" {\n  storage_encrypted = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Neptune.6"}},
	Aliases:  []string{"prowler:neptune_cluster_snapshot_encrypted", "securityhub:Neptune.6"},
	Link:     "https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html",
	Needs:    []inventory.Source{rds.NeptuneSnapshots},
	Run: checks.Each(rds.NeptuneSnapshots, func(p *checks.Probe, s *rds.Snapshot) {
		on(p, s.Encrypted, "encrypted", "the snapshot is not encrypted")
	}),
}
