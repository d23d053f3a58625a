package cloudfront

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// DefaultRootObject asks that a distribution in front of a bucket answer "/"
// with an object of the owner's choice.
var DefaultRootObject = &checks.Check{
	ID:       "aws-cloudfront-distribution-default-root-object",
	Title:    "CloudFront distributions with S3 origins have a default root object",
	Why:      "A request for the root of the site is otherwise passed on to the bucket. Where listing is allowed, S3 answers with the names of all objects.",
	Severity: checks.High,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > General > Settings > Edit: Default root object.",
		CLI:       "aws cloudfront update-distribution --id <distribution-id> --default-root-object index.html",
		Terraform: "resource \"aws_cloudfront_distribution\" \"example\" {\n  default_root_object = \"index.html\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.1"}},
	Aliases:  []string{"prowler:cloudfront_distributions_default_root_object", "securityhub:CloudFront.1"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html",
	Needs:    []inventory.Source{cloudfront.DistributionConfig},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		origins, ok := d.Origins.Get(p)
		if ok && !slices.ContainsFunc(origins, func(o cloudfront.Origin) bool { return o.S3 }) {
			p.Skipf("no origin is an S3 bucket: the servers behind the distribution answer for its root themselves")
			return
		}
		if c, read := d.Config.Get(p); ok && read && c.RootObject == "" {
			p.Evidence("defaultRootObject", "none")
			p.Failf("no default root object is set")
		}
	}),
}
