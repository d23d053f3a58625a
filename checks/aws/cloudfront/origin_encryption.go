package cloudfront

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// OriginEncryption asks that the way from the edge to the origin be encrypted.
var OriginEncryption = &checks.Check{
	ID:       "aws-cloudfront-distribution-origin-encryption",
	Title:    "CloudFront distributions fetch from their origins over HTTPS",
	Why:      "Viewers see a lock while the edge fetches over plain HTTP, where content and cookies can be read and altered.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > Origins > the origin > Edit: Protocol, HTTPS only.",
		CLI:       "aws cloudfront update-distribution --id <distribution-id> --if-match <etag> --distribution-config file://<config-with-https-only.json>",
		Terraform: "resource \"aws_cloudfront_distribution\" \"example\" {\n  origin {\n    custom_origin_config {\n      http_port              = 80\n      https_port             = 443\n      origin_protocol_policy = \"https-only\"\n      origin_ssl_protocols   = [\"TLSv1.2\"]\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.9"}},
	Aliases:  []string{"prowler:cloudfront_distributions_origin_traffic_encrypted", "securityhub:CloudFront.9"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
	Needs:    []inventory.Source{cloudfront.Distributions, cloudfront.VPCOriginEndpoint},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		all, ok := servers(p, d)
		if ok && len(all) == 0 {
			p.Skipf("every origin is an S3 bucket, which is asked in the protocol that the viewer uses")
		}
		var plain []string
		for _, o := range all {
			switch protocol, ok := o.protocol.Get(p); {
			case !ok:
			case protocol == "http-only":
				plain = append(plain, o.ID)
			case protocol == "match-viewer":
				// Only viewers that are served over plain HTTP are matched by it.
				if reached, ok := reachedOverHTTP(d, o.ID).Get(p); ok && reached {
					plain = append(plain, o.ID)
				}
			case protocol != "https-only":
				p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "CloudFront ListDistributions", Where: "the protocol policy " + protocol + " is not known"})
			}
		}
		if len(plain) > 0 {
			p.Evidence("originsOverHTTP", plain)
			p.Failf("plain HTTP is spoken to %s", strings.Join(plain, ", "))
		}
	}),
}

// reachedOverHTTP reports whether some behavior that leads to an origin serves
// viewers over plain HTTP.
func reachedOverHTTP(d *cloudfront.Distribution, origin string) inventory.Known[bool] {
	return inventory.Then(d.Behaviors, func(bs []cloudfront.Behavior) inventory.Known[bool] {
		return inventory.Then(d.Groups, func(gs []cloudfront.OriginGroup) inventory.Known[bool] {
			var any []inventory.Known[bool]
			for _, b := range slices.DeleteFunc(slices.Clone(bs), func(b cloudfront.Behavior) bool { return !leadsTo(b, gs, origin) }) {
				any = append(any, inventory.Map(b.ViewerProtocol, func(v string) bool { return v == "allow-all" }))
			}
			return inventory.Or(any...)
		})
	})
}
