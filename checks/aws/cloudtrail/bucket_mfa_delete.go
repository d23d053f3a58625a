package cloudtrail

import (
	"demarc/checks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketMFADelete asks that log files cannot be removed for good by a key alone.
var BucketMFADelete = &checks.Check{
	ID:       "aws-cloudtrail-bucket-mfa-delete",
	Title:    "The buckets that trails write to ask for MFA before a version is deleted",
	Why:      "An intruder who covers tracks deletes the logs. With MFA delete, the keys of an administrator are not enough to do so.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "It cannot be set in the console: the root user sets it through the API.",
		CLI:       "aws s3api put-bucket-versioning --bucket <bucket> --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa '<device-arn> <code>'",
		Terraform: "resource \"aws_s3_bucket_versioning\" \"trail\" {\n  bucket = aws_s3_bucket.trail.id\n  mfa    = var.root_mfa\n\n  versioning_configuration {\n    status     = \"Enabled\"\n    mfa_delete = \"Enabled\"\n  }\n}",
	},
	Aliases: []string{"prowler:cloudtrail_bucket_requires_mfa_delete"},
	Link:    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html",
	Needs:   []inventory.Source{cloudtrail.Trails, s3.BucketVersioning},
	Run: checks.Each(cloudtrail.Trails, func(p *checks.Probe, t *cloudtrail.Trail) {
		b, ok := bucketOf(p.Inv, t).Get(p)
		if !ok {
			return
		}
		if v, ok := b.Versioning.Get(p); ok && !v.MFADelete {
			p.Evidence("bucket", b.ID)
			p.Failf("MFA delete is off on the bucket %s", b.ID)
		}
	}),
}
