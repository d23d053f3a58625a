package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// DocumentDBEncrypted asks that the storage of DocumentDB clusters be encrypted.
var DocumentDBEncrypted = &checks.Check{
	ID:       "aws-documentdb-cluster-storage-encrypted",
	Title:    "The storage of DocumentDB clusters is encrypted",
	Why:      "Unencrypted storage leaves the cluster's data, its backups and its snapshots readable to whoever gets hold of a copy, with no key to withhold.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "DocumentDB > Snapshots > a snapshot of the cluster > Restore, with encryption enabled; then move the clients over. An existing cluster cannot be encrypted in place.",
		CLI:       "aws docdb restore-db-cluster-from-snapshot --db-cluster-identifier <encrypted-cluster> --snapshot-identifier <snapshot> --engine <engine> --kms-key-id <key>",
		Terraform: "resource \"aws_docdb_cluster\" \"example\" {\n  storage_encrypted = true\n  kms_key_id        = aws_kms_key.example.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"DocumentDB.1"}},
	Aliases:  []string{"prowler:documentdb_cluster_storage_encrypted", "securityhub:DocumentDB.1"},
	Link:     "https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html",
	Needs:    []inventory.Source{rds.DocumentDBClusters},
	Run: checks.Each(rds.DocumentDBClusters, func(p *checks.Probe, c *rds.DBCluster) {
		if there(p, c.Status) {
			on(p, c.StorageEncrypted, "storageEncrypted", "the storage is not encrypted")
		}
	}),
}
