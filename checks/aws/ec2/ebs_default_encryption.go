package ec2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// EBSDefaultEncryption asks each region to encrypt what nobody thought of.
var EBSDefaultEncryption = &checks.Check{
	ID:       "aws-ec2-ebs-default-encryption",
	Title:    "Every region encrypts new EBS volumes by default",
	Why:      "With the default on, no launch, restore or console click can make an unencrypted volume or copy of a snapshot. It is set for each region by itself, and a region that nobody uses today is where a mistake goes unseen.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EC2 > the region > Settings > Data protection and security > EBS encryption > Manage: Enable.",
		CLI:       "aws ec2 enable-ebs-encryption-by-default --region <region>",
		Terraform: "resource \"aws_ebs_encryption_by_default\" \"example\" {\n  enabled = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"6.1.1"}, frameworks.FSBP: {"EC2.7"}},
	Aliases:  []string{"prowler:ec2_ebs_default_encryption", "securityhub:EC2.7"},
	Link:     "https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html",
	Needs:    []inventory.Source{ec2.EBSEncryption},
	Run: checks.Regions(func(p *checks.Probe) {
		if on, ok := setting(p, p.Region, ebsEncryption).Get(p); ok && !on {
			p.Evidence("ebsEncryptionByDefault", false)
			p.Failf("new EBS volumes are not encrypted by default")
		}
	}),
}
