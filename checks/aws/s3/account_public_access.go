package s3

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// AccountPublicAccess asks for the block that covers all buckets, those of
// tomorrow included.
var AccountPublicAccess = &checks.Check{
	ID:       "aws-s3-account-public-access-blocked",
	Title:    "The account blocks public access to all its S3 buckets",
	Why:      "Settings of single buckets hold as long as everybody remembers them. The account's override whatever a bucket or an access point says.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Block Public Access settings for this account > Edit: tick *Block all public access*. Look first at which buckets are meant to be public.",
		CLI:       "aws s3control put-public-access-block --account-id <account-id> --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
		Terraform: "resource \"aws_s3_account_public_access_block\" \"example\" {\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.1.4"}, frameworks.FSBP: {"S3.1"}},
	Aliases:  []string{"prowler:s3_account_level_public_access_blocks", "securityhub:S3.1"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/configuring-block-public-access-account.html",
	Needs:    []inventory.Source{s3.AccountPublicAccess},
	Run: checks.Each(s3.Accounts, func(p *checks.Probe, a *s3.Account) {
		if b, ok := a.PublicAccess.Get(p); ok && !b.All() {
			p.Evidence("settingsOff", b.Off())
			p.Failf("the account does not set %s", joined(b.Off()))
		}
	}),
}
