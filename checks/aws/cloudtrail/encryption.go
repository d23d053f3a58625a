package cloudtrail

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

// Encryption asks for a KMS key of the customer's on the log files.
var Encryption = &checks.Check{
	ID:       "aws-cloudtrail-kms-encryption",
	Title:    "Trails encrypt their log files with a customer managed KMS key",
	Why:      "With a key of one's own, reading the logs takes a permission on the key besides the one on the bucket, and each use of the key is itself logged.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "CloudTrail > Trails > the trail > General details > Edit > Log file SSE-KMS encryption: Enabled, and choose a key whose policy lets CloudTrail encrypt.",
		CLI:       "aws cloudtrail update-trail --name <trail> --kms-key-id <key-arn>",
		Terraform: "resource \"aws_cloudtrail\" \"example\" {\n  name           = \"example\"\n  s3_bucket_name = aws_s3_bucket.trail.id\n  kms_key_id     = aws_kms_key.trail.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.5"}, frameworks.FSBP: {"CloudTrail.2"}},
	Aliases:  []string{"prowler:cloudtrail_kms_encryption_enabled", "securityhub:CloudTrail.2"},
	Link:     "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html",
	Needs:    []inventory.Source{cloudtrail.Trails},
	Run: checks.Each(cloudtrail.Trails, func(p *checks.Probe, t *cloudtrail.Trail) {
		if key, ok := t.KMSKeyID.Get(p); ok && key == "" {
			p.Evidence("kmsKeyId", "none")
			p.Failf("no KMS key is set: log files are encrypted with keys that Amazon S3 manages")
		}
	}),
}
