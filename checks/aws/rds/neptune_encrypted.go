package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// NeptuneEncrypted asks that the storage of Neptune clusters be encrypted.
var NeptuneEncrypted = &checks.Check{
	ID:       "aws-neptune-cluster-storage-encrypted",
	Title:    "The storage of Neptune clusters is encrypted",
	Why:      "Unencrypted storage leaves the cluster's data, its backups and its snapshots readable to whoever gets hold of a copy, with no key to withhold.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Neptune > Snapshots > a snapshot of the cluster > Restore, with encryption enabled; then move the clients over. An existing cluster cannot be encrypted in place.",
		CLI:       "aws neptune restore-db-cluster-from-snapshot --db-cluster-identifier <encrypted-cluster> --snapshot-identifier <snapshot> --engine <engine> --kms-key-id <key>",
		Terraform: "resource \"aws_neptune_cluster\" \"example\" {\n  storage_encrypted = true\n  kms_key_arn       = aws_kms_key.example.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Neptune.1"}},
	Aliases:  []string{"prowler:neptune_cluster_storage_encrypted", "securityhub:Neptune.1"},
	Link:     "https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html",
	Needs:    []inventory.Source{rds.NeptuneClusters},
	Run: checks.Each(rds.NeptuneClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			on(p, c.StorageEncrypted, "storageEncrypted", "the storage is not encrypted")
		}
	}),
}
