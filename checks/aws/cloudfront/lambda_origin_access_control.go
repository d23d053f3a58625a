package cloudfront

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// LambdaOriginAccessControl asks that CloudFront sign what it asks of function
// URLs.
var LambdaOriginAccessControl = &checks.Check{
	ID:       "aws-cloudfront-distribution-lambda-origin-access-control",
	Title:    "CloudFront distributions reach Lambda function URLs through an origin access control",
	Why:      "Without signed requests the function URL has to be open to everybody: whoever knows it calls the function past the edge's web ACL and cache, at the owner's cost.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > Origins > the origin > Edit: Origin access control. Then set the function URL's auth type to AWS_IAM.",
		CLI:       "aws cloudfront create-origin-access-control --origin-access-control-config Name=<name>,SigningProtocol=sigv4,SigningBehavior=always,OriginAccessControlOriginType=lambda",
		Terraform: "resource \"aws_cloudfront_origin_access_control\" \"example\" {\n  name                              = \"example\"\n  origin_access_control_origin_type = \"lambda\"\n  signing_behavior                  = \"always\"\n  signing_protocol                  = \"sigv4\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.16"}},
	Aliases:  []string{"securityhub:CloudFront.16"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html",
	Needs:    []inventory.Source{cloudfront.Distributions, cloudfront.AccessControls},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		origins, ok := d.Origins.Get(p)
		var open []string
		functions := 0
		for _, o := range origins {
			if !o.FunctionURL() {
				continue
			}
			functions++
			if signed, known := signs(p, o).Get(p); known && !signed {
				open = append(open, o.ID)
			}
		}
		switch {
		case len(open) > 0:
			p.Evidence("unsignedOrigins", open)
			p.Failf("requests are not signed for %s", strings.Join(open, ", "))
		case ok && functions == 0:
			p.Skipf("no origin is a Lambda function URL")
		}
	}),
}
