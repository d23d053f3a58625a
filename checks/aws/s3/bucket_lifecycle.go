package s3

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketLifecycle asks that data not be kept by default for ever.
var BucketLifecycle = &checks.Check{
	ID:       "aws-s3-bucket-lifecycle",
	Title:    "S3 buckets have lifecycle rules",
	Why:      "What is never removed can still be stolen, and is paid for: old versions, unfinished uploads, data past the time for which it may be kept.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the bucket > Management > Create lifecycle rule.",
		CLI:       "aws s3api put-bucket-lifecycle-configuration --bucket <bucket> --lifecycle-configuration file://<rules.json>",
		Terraform: "resource \"aws_s3_bucket_lifecycle_configuration\" \"example\" {\n  bucket = aws_s3_bucket.example.id\n  rule {\n    id     = \"old-versions\"\n    status = \"Enabled\"\n    filter {}\n    noncurrent_version_expiration {\n      noncurrent_days = 90\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"S3.13"}},
	Aliases:  []string{"prowler:s3_bucket_lifecycle_enabled", "securityhub:S3.13"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
	Needs:    []inventory.Source{s3.BucketLifecycle},
	Run:      checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) { judgeLifecycle(p, b.Lifecycle) }),
}

// judgeLifecycle fails a bucket without a lifecycle rule that is in force.
func judgeLifecycle(p *checks.Probe, rules inventory.Known[[]s3.LifecycleRule]) {
	all, ok := rules.Get(p)
	if !ok {
		return
	}
	for _, r := range all {
		if r.Enabled {
			return
		}
	}
	p.Evidence("lifecycleRules", len(all))
	p.Evidence("rulesEnabled", 0)
	p.Failf("no lifecycle rule is enabled")
}
