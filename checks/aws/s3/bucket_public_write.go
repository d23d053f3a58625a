package s3

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/s3"
)

// BucketPublicWrite asks that strangers can change neither a bucket's objects
// nor its settings.
var BucketPublicWrite = &checks.Check{
	ID:       "aws-s3-bucket-public-write",
	Title:    "S3 buckets cannot be written to by everybody",
	Why:      "Strangers remove data, plant malware where the owner's programs fetch from, or store their own at the owner's cost.",
	Severity: checks.Critical,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the bucket > Permissions: take the grants to everyone out of the policy and the access control list, and tick *Block all public access*.",
		CLI:       "aws s3api put-public-access-block --bucket <bucket> --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true",
		Terraform: "resource \"aws_s3_bucket_public_access_block\" \"example\" {\n  bucket                  = aws_s3_bucket.example.id\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.21"}, frameworks.FSBP: {"S3.3"}},
	Aliases:  []string{"prowler:s3_bucket_policy_public_write_access", "prowler:s3_bucket_public_write_acl", "securityhub:S3.3"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
	Needs:    exposureNeeds,
	Run: checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) {
		judgeACL(p, b, "WRITE", "WRITE_ACP", "FULL_CONTROL")
		judgePolicy(p, b, grants(b, nil, func(g policy.Grant) bool { return anybody(g.Who) && policy.AllowsWrite(g) }))
		secondOpinion(p, b)
	}),
}
