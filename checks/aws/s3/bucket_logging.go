package s3

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketLogging asks that requests to a bucket be logged.
var BucketLogging = &checks.Check{
	ID:       "aws-s3-bucket-logging",
	Title:    "S3 buckets log the requests that reach them",
	Why:      "Without server access logs nobody can say later who read or removed an object.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the bucket > Properties > Server access logging > Edit: Enable, and choose a bucket kept for logs.",
		CLI:       "aws s3api put-bucket-logging --bucket <bucket> --bucket-logging-status '{\"LoggingEnabled\":{\"TargetBucket\":\"<log-bucket>\",\"TargetPrefix\":\"<bucket>/\"}}'",
		Terraform: "resource \"aws_s3_bucket_logging\" \"example\" {\n  bucket        = aws_s3_bucket.example.id\n  target_bucket = aws_s3_bucket.logs.id\n  target_prefix = \"example/\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"S3.9"}},
	Aliases:  []string{"prowler:s3_bucket_server_access_logging_enabled", "securityhub:S3.9"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
	Needs:    []inventory.Source{s3.BucketLogging},
	Run: checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) {
		if l, ok := b.Logging.Get(p); ok && l.TargetBucket == "" {
			p.Evidence("targetBucket", "none")
			p.Failf("server access logging is off")
		}
	}),
}

func joined(words []string) string { return strings.Join(words, ", ") }
