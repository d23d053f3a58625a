package rds

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// InstanceEncrypted asks that an instance's storage be encrypted.
var InstanceEncrypted = &checks.Check{
	ID:       "aws-rds-instance-storage-encrypted",
	Title:    "The storage of RDS instances is encrypted",
	Why:      "Unencrypted storage leaves the data, its backups and its snapshots readable to whoever gets hold of a copy, with no key to withhold.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "RDS > Snapshots > a snapshot of the DB instance > Actions > Copy snapshot: Enable encryption; then restore the copy. An existing instance cannot be encrypted in place.",
		CLI:       "aws rds copy-db-snapshot --source-db-snapshot-identifier <snapshot> --target-db-snapshot-identifier <encrypted-snapshot> --kms-key-id <key>",
		Terraform: "resource \"aws_db_instance\" \"example\" {\n  storage_encrypted = true\n  kms_key_id        = aws_kms_key.example.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.2.1"}, frameworks.FSBP: {"RDS.3"}},
	Aliases:  []string{"prowler:rds_instance_storage_encrypted", "securityhub:RDS.3"},
	Link:     "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
	Needs:    []inventory.Source{rds.DBInstances},
	Run: checks.Each(rds.DBInstances, func(p *checks.Probe, d *rds.DBInstance) {
		if there(p, d.DBInstanceStatus) && alone(p, d) {
			on(p, d.StorageEncrypted, "storageEncrypted", "the storage is not encrypted")
		}
	}),
}
