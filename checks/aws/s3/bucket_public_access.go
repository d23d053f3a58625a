package s3

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketPublicAccess asks that the bucket and its account together rule public
// objects out.
var BucketPublicAccess = &checks.Check{
	ID:       "aws-s3-bucket-public-access-blocked",
	Title:    "S3 buckets block public access, by themselves or through the account",
	Why:      "One careless ACL or policy makes every object of the bucket readable by the world. Block Public Access overrides both, whatever is written later.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the bucket > Permissions > Block public access > Edit: tick *Block all public access*. Better: S3 > Block Public Access settings for this account.",
		CLI:       "aws s3api put-public-access-block --bucket <bucket> --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
		Terraform: "resource \"aws_s3_bucket_public_access_block\" \"example\" {\n  bucket                  = aws_s3_bucket.example.id\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.1.4"}, frameworks.FSBP: {"S3.8"}},
	Aliases:  []string{"prowler:s3_bucket_level_public_access_block", "securityhub:S3.8"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
	Needs:    []inventory.Source{s3.BucketPublicAccess, s3.AccountPublicAccess},
	Run: checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) {
		account := inventory.Then(s3.Accounts.The(p.Inv, ""), func(a *s3.Account) inventory.Known[s3.PublicAccessBlock] { return a.PublicAccess })
		off, ok := lacking(b.PublicAccess, account).Get(p)
		if ok && len(off) > 0 {
			p.Evidence("settingsOff", off)
			p.Failf("neither the bucket nor the account sets %s", joined(off))
		}
	}),
}

// lacking lists the settings that neither of two blocks has on. A setting that
// one of them is seen to have does not need the other to be seen.
func lacking(bucket, account inventory.Known[s3.PublicAccessBlock]) inventory.Known[[]string] {
	if b, known := bucket.Peek(); known && b.All() {
		return inventory.Of[[]string](nil)
	}
	if a, known := account.Peek(); known && a.All() {
		return inventory.Of[[]string](nil)
	}
	return inventory.Then(bucket, func(b s3.PublicAccessBlock) inventory.Known[[]string] {
		return inventory.Map(account, func(a s3.PublicAccessBlock) []string { return b.Or(a).Off() })
	})
}
