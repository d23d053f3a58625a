package s3

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// DirectoryBucketLifecycle asks the same of directory buckets.
var DirectoryBucketLifecycle = &checks.Check{
	ID:       "aws-s3-directory-bucket-lifecycle",
	Title:    "S3 directory buckets have lifecycle rules",
	Why:      "Directory buckets hold working copies in a costly storage class. What is never removed is paid for, and can still be stolen.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Directory buckets > the bucket > Management > Create lifecycle rule.",
		CLI:       "aws s3api put-bucket-lifecycle-configuration --bucket <bucket> --lifecycle-configuration file://<rules.json>",
		Terraform: "resource \"aws_s3_bucket_lifecycle_configuration\" \"example\" {\n  bucket = aws_s3_directory_bucket.example.bucket\n  rule {\n    id     = \"old\"\n    status = \"Enabled\"\n    filter {}\n    expiration {\n      days = 30\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"S3.25"}},
	Aliases:  []string{"securityhub:S3.25"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-buckets-objects-lifecycle.html",
	Needs:    []inventory.Source{s3.DirectoryBucketLifecycle},
	Run:      checks.Each(s3.DirectoryBuckets, func(p *checks.Probe, b *s3.DirectoryBucket) { judgeLifecycle(p, b.Lifecycle) }),
}
