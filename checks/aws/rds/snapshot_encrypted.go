package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// SnapshotEncrypted asks that snapshots be encrypted.
var SnapshotEncrypted = &checks.Check{
	ID:       "aws-rds-snapshot-encrypted",
	Title:    "Snapshots of RDS instances are encrypted",
	Why:      "A snapshot holds all the data of its database. Unencrypted, it can be read by whoever comes by it, and it can be made public.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Snapshots > the snapshot > Actions > Copy or restore, with encryption enabled; then delete the unencrypted one. Encrypt the database that it is taken of.",
		CLI:       "aws rds copy-db-snapshot --source-db-snapshot-identifier <snapshot> --target-db-snapshot-identifier <encrypted-snapshot> --kms-key-id <key>",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  storage_encrypted = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.4"}},
	Aliases:  []string{"prowler:rds_snapshots_encrypted", "securityhub:RDS.4"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
	Needs:    []inventory.Source{rds.DBSnapshots},
	Run: checks.Each(rds.DBSnapshots, func(p *checks.Probe, s *rds.Snapshot) {
		on(p, s.Encrypted, "encrypted", "the snapshot is not encrypted")
	}),
}
