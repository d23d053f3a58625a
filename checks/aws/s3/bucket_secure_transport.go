package s3

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/policy"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketSecureTransport asks that a bucket turn requests without TLS away.
var BucketSecureTransport = &checks.Check{
	ID:       "aws-s3-bucket-secure-transport",
	Title:    "S3 bucket policies deny requests without TLS",
	Why:      "S3 answers over plain HTTP too. Whoever sits between then reads and alters the objects, whatever else guards them.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the bucket > Permissions > Bucket policy > Edit: add a Deny for everybody, s3:* on the bucket and its objects, with the condition aws:SecureTransport false.",
		CLI:       "aws s3api put-bucket-policy --bucket <bucket> --policy '{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":[\"arn:aws:s3:::<bucket>\",\"arn:aws:s3:::<bucket>/*\"],\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}}]}'",
		Terraform: "data \"aws_iam_policy_document\" \"tls\" {\n  statement {\n    effect    = \"Deny\"\n    actions   = [\"s3:*\"]\n    resources = [aws_s3_bucket.example.arn, \"${aws_s3_bucket.example.arn}/*\"]\n    principals {\n      type        = \"*\"\n      identifiers = [\"*\"]\n    }\n    condition {\n      test     = \"Bool\"\n      variable = \"aws:SecureTransport\"\n      values   = [\"false\"]\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.1.1"}, frameworks.FSBP: {"S3.5"}},
	Aliases:  []string{"prowler:s3_bucket_secure_transport_policy", "securityhub:S3.5"},
	Link:     "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
	Needs:    []inventory.Source{s3.BucketPolicy},
	Run: checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) {
		held, ok := b.Policy.Get(p)
		if !ok {
			return
		}
		if held.Document == nil {
			p.Evidence("policy", "none")
			p.Failf("the bucket has no policy, and so takes requests without TLS")
			return
		}
		if denied, why := policy.RequiresTLS(*held.Document, b.Full); !denied {
			p.Evidence("deniesWithoutTLS", false)
			p.Failf("%s", why)
		}
	}),
}
