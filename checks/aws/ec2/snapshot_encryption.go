package ec2

import (
	"demarc/checks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// SnapshotEncryption asks that copies of disks be encrypted too.
var SnapshotEncryption = &checks.Check{
	ID:       "aws-ec2-snapshot-encryption",
	Title:    "EBS snapshots are encrypted",
	Why:      "An unencrypted snapshot can be shared with anyone and restored without a key. One that is encrypted with a key of the customer's is of no use to who may not use the key.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EC2 > Snapshots > the snapshot > Actions > Copy snapshot: tick *Encrypt this snapshot*; delete the old one.",
		CLI:       "aws ec2 copy-snapshot --source-region <region> --source-snapshot-id <snapshot> --encrypted --kms-key-id <key>",
		Terraform: "resource \"aws_ebs_snapshot_copy\" \"example\" {\n  source_snapshot_id = aws_ebs_snapshot.example.id\n  source_region      = \"eu-central-1\"\n  encrypted          = true\n}",
	},
	Aliases: []string{"prowler:ec2_ebs_snapshots_encrypted"},
	Link:    "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
	Needs:   []inventory.Source{ec2.Snapshots},
	Run: checks.Each(ec2.Snapshots, func(p *checks.Probe, s *ec2.Snapshot) {
		if encrypted, ok := s.Encrypted.Get(p); ok && !encrypted {
			p.Evidence("encrypted", false)
			p.Failf("the snapshot is not encrypted")
		}
	}),
}
