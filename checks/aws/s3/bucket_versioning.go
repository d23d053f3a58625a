package s3

import (
	"demarc/checks"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// BucketVersioning asks that what is overwritten or removed can be had back.
var BucketVersioning = &checks.Check{
	ID:       "aws-s3-bucket-versioning",
	Title:    "S3 buckets keep versions of their objects",
	Why:      "Without versions, an object that is overwritten or removed, by mistake or by somebody who demands a ransom, is gone.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "S3 > Buckets > the bucket > Properties > Bucket Versioning > Edit: Enable.",
		CLI:       "aws s3api put-bucket-versioning --bucket <bucket> --versioning-configuration Status=Enabled",
		Terraform: "resource \"aws_s3_bucket_versioning\" \"example\" {\n  bucket = aws_s3_bucket.example.id\n  versioning_configuration {\n    status = \"Enabled\"\n  }\n}",
	},
	Aliases: []string{"prowler:s3_bucket_object_versioning", "securityhub:S3.14"},
	Link:    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
	Needs:   []inventory.Source{s3.BucketVersioning},
	Run: checks.Each(s3.Buckets, func(p *checks.Probe, b *s3.Bucket) {
		if v, ok := b.Versioning.Get(p); ok && !v.Enabled {
			p.Evidence("suspended", v.Suspended)
			p.Failf("%s", map[bool]string{true: "versioning is suspended", false: "versioning was never switched on"}[v.Suspended])
		}
	}),
}
