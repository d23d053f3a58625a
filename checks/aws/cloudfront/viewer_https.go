package cloudfront

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// ViewerHTTPS asks that no path be served over plain HTTP.
var ViewerHTTPS = &checks.Check{
	ID:       "aws-cloudfront-distribution-viewer-https",
	Title:    "CloudFront distributions serve viewers over HTTPS only",
	Why:      "Whoever sits between a viewer and the edge reads and alters what is sent over plain HTTP, cookies included.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > Behaviors > each behavior > Edit: Viewer protocol policy, Redirect HTTP to HTTPS.",
		CLI:       "aws cloudfront update-distribution --id <distribution-id> --if-match <etag> --distribution-config file://<config-with-redirect-to-https.json>",
		Terraform: "resource \"aws_cloudfront_distribution\" \"example\" {\n  default_cache_behavior {\n    viewer_protocol_policy = \"redirect-to-https\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.3"}},
	Aliases:  []string{"prowler:cloudfront_distributions_https_enabled", "securityhub:CloudFront.3"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html",
	Needs:    []inventory.Source{cloudfront.Distributions},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		behaviors, _ := d.Behaviors.Get(p)
		var open []string
		for _, b := range behaviors {
			if v, ok := b.ViewerProtocol.Get(p); ok && v == "allow-all" {
				open = append(open, b.Path)
			}
		}
		if len(open) > 0 {
			p.Evidence("pathsOverHTTP", open)
			p.Failf("plain HTTP is served for %s", strings.Join(open, ", "))
		}
	}),
}
