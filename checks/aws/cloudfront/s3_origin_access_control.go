package cloudfront

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// S3OriginAccessControl asks that CloudFront sign what it asks of buckets, so
// that the buckets need not be public.
var S3OriginAccessControl = &checks.Check{
	ID:       "aws-cloudfront-distribution-s3-origin-access-control",
	Title:    "CloudFront distributions reach S3 origins through an origin access control",
	Why:      "Without signed requests the bucket has to be open to everybody, who then pass by the edge with its rules. The older access identity knows neither KMS encryption nor the newer regions.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > Origins > the origin > Edit: Origin access control settings. Then put the policy that is shown on the bucket.",
		CLI:       "aws cloudfront create-origin-access-control --origin-access-control-config Name=<name>,SigningProtocol=sigv4,SigningBehavior=always,OriginAccessControlOriginType=s3",
		Terraform: "resource \"aws_cloudfront_origin_access_control\" \"example\" {\n  name                              = \"example\"\n  origin_access_control_origin_type = \"s3\"\n  signing_behavior                  = \"always\"\n  signing_protocol                  = \"sigv4\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.13"}},
	Aliases:  []string{"prowler:cloudfront_distributions_s3_origin_access_control", "securityhub:CloudFront.13"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
	Needs:    []inventory.Source{cloudfront.Distributions, cloudfront.AccessControls},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		origins, ok := d.Origins.Get(p)
		var open, older []string
		buckets := 0
		for _, o := range origins {
			if !o.S3 {
				continue
			}
			buckets++
			switch signed, known := signs(p, o).Get(p); {
			case !known || signed:
			case o.AccessIdentity != "":
				older = append(older, o.ID)
			default:
				open = append(open, o.ID)
			}
		}
		if len(open) > 0 {
			p.Evidence("unsignedOrigins", open)
			p.Failf("requests are not signed for %s", strings.Join(open, ", "))
		}
		if len(older) > 0 {
			p.Evidence("accessIdentityOrigins", older)
			p.Failf("an access identity is used, not an access control, for %s", strings.Join(older, ", "))
		}
		switch {
		case len(open) == 0 && len(older) > 0:
			p.Rank(checks.Low) // it does keep others out
		case ok && buckets == 0:
			p.Skipf("no origin is an S3 bucket")
		}
	}),
}
