package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterSnapshotEncrypted asks that snapshots be encrypted.
var ClusterSnapshotEncrypted = &checks.Check{
	ID:       "aws-rds-cluster-snapshot-encrypted",
	Title:    "Snapshots of RDS clusters are encrypted",
	Why:      "A snapshot holds all the data of its database. Unencrypted, it can be read by whoever comes by it, and it can be made public.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Snapshots > the snapshot > Actions > Copy or restore, with encryption enabled; then delete the unencrypted one. Encrypt the database that it is taken of.",
		CLI:       "aws rds restore-db-cluster-from-snapshot --db-cluster-identifier <encrypted-cluster> --snapshot-identifier <snapshot> --engine <engine> --kms-key-id <key>",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  storage_encrypted = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"RDS.4"}},
	Aliases:  []string{"prowler:rds_snapshots_encrypted", "securityhub:RDS.4"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
	Needs:    []inventory.Source{rds.DBClusterSnapshots},
	Run: checks.Each(rds.DBClusterSnapshots, func(p *checks.Probe, s *rds.Snapshot) {
		on(p, s.Encrypted, "encrypted", "the snapshot is not encrypted")
	}),
}
