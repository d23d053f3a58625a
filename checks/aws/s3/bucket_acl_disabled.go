package s3

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketACLDisabled asks that policies alone decide who gets at a bucket.
var BucketACLDisabled = &checks.Check{
	ID:       "aws-s3-bucket-acl-disabled",
	Title:    "S3 buckets have access control lists switched off",
	Why:      "Access control lists sit on every single object, where nobody reviews them, and objects that others upload may belong to them.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the bucket > Permissions > Object Ownership > Edit: ACLs disabled. Move what the lists grant into the policy first.",
		CLI:       "aws s3api put-bucket-ownership-controls --bucket <bucket> --ownership-controls 'Rules=[{ObjectOwnership=BucketOwnerEnforced}]'",
		Terraform: "resource \"aws_s3_bucket_ownership_controls\" \"example\" {\n  bucket = aws_s3_bucket.example.id\n  rule {\n    object_ownership = \"BucketOwnerEnforced\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"S3.12"}},
	Aliases:  []string{"prowler:s3_bucket_acl_prohibited", "securityhub:S3.12"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
	Needs:    []inventory.Source{s3.BucketOwnership},
	Run: checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) {
		if o, ok := b.Ownership.Get(p); ok && o != "BucketOwnerEnforced" {
			p.Evidence("objectOwnership", o)
			p.Failf("access control lists count: the object ownership is %s", o)
		}
	}),
}
