package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// SnapshotBlockPublicAccess asks each region to rule public snapshots out.
var SnapshotBlockPublicAccess = &checks.Check{
	ID:       "aws-ec2-snapshot-block-public-access",
	Title:    "Every region blocks all public sharing of EBS snapshots",
	Why:      "A public snapshot is the whole disk, for every AWS account to restore. With the block on, nobody can share one with everyone, and those that were shared are private again.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EC2 > the region > Settings > Data protection and security > Block public access for EBS snapshots > Manage: *Block all public sharing*.",
		CLI:       "aws ec2 enable-snapshot-block-public-access --region <region> --state block-all-sharing",
		Terraform: "resource \"aws_ebs_snapshot_block_public_access\" \"example\" {\n  state = \"block-all-sharing\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.182"}},
	Aliases:  []string{"prowler:ec2_ebs_snapshot_account_block_public_access", "securityhub:EC2.182"},
	Link:     "https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html",
	Needs:    []inventory.Source{ec2.SnapshotBlockPublicAccess},
	Run: checks.Regions(func(p *checks.Probe) {
		state, ok := setting(p, p.Region, snapshotBlock).Get(p)
		if !ok || state == "block-all-sharing" {
			return
		}
		p.Evidence("state", state)
		if state == "block-new-sharing" {
			p.Rank(checks.Medium)
			p.Failf("only new public sharing is blocked: snapshots that were shared before stay public")
			return
		}
		p.Failf("snapshots can be shared with everyone")
	}),
}
