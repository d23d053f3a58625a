package cloudtrail

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketAccessLogging asks that reads of the log files be logged themselves.
var BucketAccessLogging = &checks.Check{
	ID:       "aws-cloudtrail-bucket-access-logging",
	Title:    "The buckets that trails write to log the requests that reach them",
	Why:      "Who read or removed a trail's log files is what an investigation asks first, and CloudTrail's management events do not say.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the trail's bucket > Properties > Server access logging > Edit: Enable, with another bucket as the target.",
		CLI:       "aws s3api put-bucket-logging --bucket <bucket> --bucket-logging-status '{\"LoggingEnabled\":{\"TargetBucket\":\"<log-bucket>\",\"TargetPrefix\":\"<bucket>/\"}}'",
		Terraform: "resource \"aws_s3_bucket_logging\" \"trail\" {\n  bucket        = aws_s3_bucket.trail.id\n  target_bucket = aws_s3_bucket.access_logs.id\n  target_prefix = \"trail/\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.4"}},
	Aliases:  []string{"prowler:cloudtrail_logs_s3_bucket_access_logging_enabled", "securityhub:CloudTrail.7"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html",
	Needs:    []inventory.Source{cloudtrail.Trails, s3.BucketLogging},
	Run: checks.Each(cloudtrail.Trails, func(p *checks.Probe, t *cloudtrail.Trail) {
		b, ok := bucketOf(p.Inv, t).Get(p)
		if !ok {
			return
		}
		if l, ok := b.Logging.Get(p); ok && l.TargetBucket == "" {
			p.Evidence("bucket", b.ID)
			p.Failf("server access logging is off on the bucket %s", b.ID)
		}
	}),
}
