package s3

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketMFADelete asks that versions can be removed with a second factor only.
// S3 does not let a bucket with lifecycle rules have that.
var BucketMFADelete = &checks.Check{
	ID:       "aws-s3-bucket-mfa-delete",
	Title:    "S3 buckets ask for a second factor before versions are removed",
	Why:      "With a stolen key alone, an attacker then can neither remove versions nor switch versioning off.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "The console has no switch for it: the root user sets it with the command line.",
		CLI:       "aws s3api put-bucket-versioning --bucket <bucket> --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa \"<serial-of-the-root-user's-device> <code>\"",
		Terraform: "resource \"aws_s3_bucket_versioning\" \"example\" {\n  bucket = aws_s3_bucket.example.id\n  mfa    = \"arn:aws:iam::111122223333:mfa/root-account-mfa-device 123456\"\n  versioning_configuration {\n    status     = \"Enabled\"\n    mfa_delete = \"Enabled\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.1.2"}},
	Aliases:  []string{"prowler:s3_bucket_no_mfa_delete", "securityhub:S3.20"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html",
	Needs:    []inventory.Source{s3.BucketVersioning, s3.BucketLifecycle},
	Run: checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) {
		v, ok := b.Versioning.Get(p)
		if !ok || v.Enabled && v.MFADelete {
			return
		}
		rules, ok := b.Lifecycle.Get(p)
		if ok && slices.ContainsFunc(rules, func(r s3.LifecycleRule) bool { return r.Enabled }) {
			p.Skipf("the bucket has lifecycle rules, beside which S3 does not allow MFA delete")
			return
		}
		p.Evidence("versioning", v.Enabled)
		p.Evidence("mfaDelete", v.MFADelete)
		p.Absentf("MFA delete is off")
	}),
}
