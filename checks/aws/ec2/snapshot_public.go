package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// SnapshotPublic asks that nobody else be able to restore a snapshot. A region
// that blocks all sharing makes snapshots private that were shared before,
// though their own permissions go on to say "all".
var SnapshotPublic = &checks.Check{
	ID:       "aws-ec2-snapshot-public",
	Title:    "EBS snapshots are not shared with everyone",
	Why:      "A public snapshot can be made into a volume by any AWS account: files, databases and keys of the disk are the world's to read. There are people who look for new ones.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EC2 > Snapshots > the snapshot > Actions > Modify permissions: *Private*. What was public must be taken for known: renew the secrets in it.",
		CLI:       "aws ec2 modify-snapshot-attribute --snapshot-id <snapshot> --attribute createVolumePermission --operation-type remove --group-names all",
		Terraform: "resource \"aws_ebs_snapshot_block_public_access\" \"example\" {\n  state = \"block-all-sharing\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.1"}},
	Aliases:  []string{"prowler:ec2_ebs_public_snapshot", "securityhub:EC2.1"},
	Link:     "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modifying-snapshot-permissions.html",
	Needs:    []inventory.Source{ec2.SnapshotPublic, ec2.SnapshotBlockPublicAccess},
	Run: checks.Each(ec2.Snapshots, func(p *checks.Probe, s *ec2.Snapshot) {
		public, ok := s.Public.Get(p)
		if !ok || !public {
			return
		}
		p.Evidence("restorableBy", "all")
		block, ok := setting(p, s.Region, snapshotBlock).Get(p)
		switch {
		case !ok:
		case block == "block-all-sharing":
			p.Evidence("blockPublicAccess", block)
			p.Skipf("the snapshot is shared with everyone, and the region's block of all sharing keeps it private: it is public again once the block is lifted")
		default:
			p.Evidence("blockPublicAccess", block)
			p.Failf("every AWS account can restore the snapshot")
		}
	}),
}
