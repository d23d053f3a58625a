package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ClusterEncrypted asks that the storage of RDS clusters be encrypted.
var ClusterEncrypted = &checks.Check{
	ID:       "aws-rds-cluster-storage-encrypted",
	Title:    "The storage of RDS clusters is encrypted",
	Why:      "Unencrypted storage leaves the cluster's data, its backups and its snapshots readable to whoever gets hold of a copy, with no key to withhold.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Snapshots > a snapshot of the cluster > Restore, with encryption enabled; then move the clients over. An existing cluster cannot be encrypted in place.",
		CLI:       "aws rds restore-db-cluster-from-snapshot --db-cluster-identifier <encrypted-cluster> --snapshot-identifier <snapshot> --engine <engine> --kms-key-id <key>",
		Terraform: "resource \"aws_rds_cluster\" \"example\" {\n  storage_encrypted = true\n  kms_key_id        = aws_kms_key.example.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.2.1"}, frameworks.FSBP: {"RDS.27"}},
	Aliases:  []string{"prowler:rds_cluster_storage_encrypted", "securityhub:RDS.27"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
	Needs:    []inventory.Source{rds.DBClusters},
	Run: checks.Each(rds.DBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			on(p, c.StorageEncrypted, "storageEncrypted", "the storage is not encrypted")
		}
	}),
}
