package s3

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// MultiRegionAccessPointPublicAccess asks the same of Multi-Region Access
// Points, whose own settings S3 combines with the account's.
var MultiRegionAccessPointPublicAccess = &checks.Check{
	ID:       "aws-s3-multi-region-access-point-public-access-blocked",
	Title:    "S3 Multi-Region Access Points block public access",
	Why:      "A Multi-Region Access Point has a policy of its own. Its block cannot be changed once it is made: without it, one careless policy opens all buckets behind it.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Multi-Region Access Points: create it anew with *Block all public access*, then delete the old one; or block public access for the account.",
		CLI:       "aws s3control create-multi-region-access-point --region us-west-2 --account-id <account-id> --details file://<details-with-public-access-block.json>",
		Terraform: "resource \"aws_s3control_multi_region_access_point\" \"example\" {\n  details {\n    name = \"example\"\n    region {\n      bucket = aws_s3_bucket.example.id\n    }\n    public_access_block {\n      block_public_acls       = true\n      ignore_public_acls      = true\n      block_public_policy     = true\n      restrict_public_buckets = true\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"S3.24"}},
	Aliases:  []string{"prowler:s3_multi_region_access_point_public_access_block", "securityhub:S3.24"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/multi-region-access-point-block-public-access.html",
	Needs:    []inventory.Source{s3.MultiRegionAccessPoints, s3.AccountPublicAccess},
	Run: checks.Each(s3.MultiRegionAccessPoints, func(p *checks.Probe, a *s3.MultiRegionAccessPoint) {
		status, ok := a.Status.Get(p)
		if ok && (status == "DELETING" || status == "PARTIALLY_DELETED") {
			p.Skipf("it is being deleted")
			return
		}
		if off, read := off(a.PublicAccess, accountBlock(p.Inv)).Get(p); ok && read && len(off) > 0 {
			p.Evidence("settingsOff", off)
			p.Failf("neither the access point nor the account sets %s", joined(off))
		}
	}),
}
