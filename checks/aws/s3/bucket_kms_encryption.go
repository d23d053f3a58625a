package s3

import (
	"strings"

	"demarc/checks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketKMSEncryption asks for encryption with KMS keys. That new objects are
// encrypted at all need not be asked: S3 has done it since January 2023.
var BucketKMSEncryption = &checks.Check{
	ID:       "aws-s3-bucket-kms-encryption",
	Title:    "S3 buckets encrypt with KMS keys by default",
	Why:      "A KMS key has a policy of its own and writes each use to CloudTrail: access to the bucket alone does not decrypt, and access can be taken back in one place.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the bucket > Properties > Default encryption > Edit: SSE-KMS, a key, and Bucket Key.",
		CLI:       "aws s3api put-bucket-encryption --bucket <bucket> --server-side-encryption-configuration '{\"Rules\":[{\"ApplyServerSideEncryptionByDefault\":{\"SSEAlgorithm\":\"aws:kms\",\"KMSMasterKeyID\":\"<key-arn>\"},\"BucketKeyEnabled\":true}]}'",
		Terraform: "resource \"aws_s3_bucket_server_side_encryption_configuration\" \"example\" {\n  bucket = aws_s3_bucket.example.id\n  rule {\n    apply_server_side_encryption_by_default {\n      sse_algorithm     = \"aws:kms\"\n      kms_master_key_id = aws_kms_key.example.arn\n    }\n    bucket_key_enabled = true\n  }\n}",
	},
	Aliases: []string{"prowler:s3_bucket_kms_encryption", "securityhub:S3.17"},
	Link:    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
	Needs:   []inventory.Source{s3.BucketEncryption},
	Run: checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) {
		if e, ok := b.Encryption.Get(p); ok && !strings.HasPrefix(e.Algorithm, "aws:kms") {
			p.Evidence("algorithm", e.Algorithm)
			p.Failf("new objects are encrypted with keys of S3's own (%s)", e.Algorithm)
		}
	}),
}
