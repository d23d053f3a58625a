package cloudfront

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// MissingOriginBucket asks that no distribution fetch from a bucket that
// anybody could create.
var MissingOriginBucket = &checks.Check{
	ID:       "aws-cloudfront-distribution-missing-origin-bucket",
	Title:    "CloudFront distributions fetch from S3 buckets that exist",
	Why:      "Bucket names are free for anyone to take. Whoever creates the missing bucket serves content of their own under the distribution's name.",
	Severity: checks.High,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > Origins: delete the origin, or S3 > Create bucket with its name before somebody else does.",
		CLI:       "aws s3api create-bucket --bucket <bucket>",
		Terraform: "resource \"aws_cloudfront_distribution\" \"example\" {\n  origin {\n    domain_name = aws_s3_bucket.existing.bucket_regional_domain_name\n    origin_id   = \"site\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.12"}},
	Aliases:  []string{"prowler:cloudfront_distributions_s3_origin_non_existent_bucket", "securityhub:CloudFront.12"},
	Link:     "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-12",
	Needs:    []inventory.Source{cloudfront.OriginBucketExists},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		origins, ok := d.Origins.Get(p)
		var missing []string
		buckets := 0
		for _, o := range origins {
			name := o.Bucket()
			if name == "" {
				continue
			}
			buckets++
			exists, ok := inventory.Then(cloudfront.OriginBuckets.ByID(p.Inv, "", name), func(b *cloudfront.OriginBucket) inventory.Known[bool] {
				if b == nil {
					return inventory.Unanswered[bool]("S3 HeadBucket", name)
				}
				return b.Exists
			}).Get(p)
			if ok && !exists {
				missing = append(missing, name)
			}
		}
		switch {
		case len(missing) > 0:
			p.Evidence("missingBuckets", missing)
			p.Failf("no bucket has the name of an origin: %s", strings.Join(missing, ", "))
		case ok && buckets == 0:
			p.Skipf("no origin is an S3 bucket")
		}
	}),
}
