package cloudfront

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

var deprecatedVersions = &checks.Param{
	Name: "deprecatedVersions", Default: []string{"SSLv3"}, Source: "AWS Security Hub, CloudFront.10; RFC 8996 adds TLSv1 and TLSv1.1",
}

// OriginProtocols asks that CloudFront not speak a broken version of TLS to an
// origin.
var OriginProtocols = &checks.Check{
	ID:       "aws-cloudfront-distribution-origin-protocols",
	Title:    "CloudFront distributions use no deprecated SSL version towards their origins",
	Why:      "SSL 3.0 is broken: whoever can meddle with the connection makes both ends fall back to it, and reads what is sent.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > Origins > the origin > Edit: Minimum origin SSL protocol, TLSv1.2.",
		CLI:       "aws cloudfront update-distribution --id <distribution-id> --if-match <etag> --distribution-config file://<config-with-tls12.json>",
		Terraform: "resource \"aws_cloudfront_distribution\" \"example\" {\n  origin {\n    custom_origin_config {\n      http_port              = 80\n      https_port             = 443\n      origin_protocol_policy = \"https-only\"\n      origin_ssl_protocols   = [\"TLSv1.2\"]\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.10"}},
	Aliases:  []string{"prowler:cloudfront_distributions_using_deprecated_ssl_protocols", "securityhub:CloudFront.10"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html",
	Params:   []*checks.Param{deprecatedVersions},
	Needs:    []inventory.Source{cloudfront.Distributions, cloudfront.VPCOriginEndpoint},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		all, ok := servers(p, d)
		if ok && len(all) == 0 {
			p.Skipf("every origin is an S3 bucket, for which there is no such setting")
		}
		var broken []string
		for _, o := range all {
			if protocol, ok := o.protocol.Get(p); !ok || protocol == "http-only" {
				continue // TLS is never spoken, or it is not known whether it is
			}
			versions, _ := o.versions.Get(p)
			for _, v := range versions {
				if slices.Contains(p.Strings(deprecatedVersions), v) {
					broken = append(broken, o.ID+" "+v)
				}
			}
		}
		if len(broken) > 0 {
			p.Evidence("originsWithVersions", broken)
			p.Failf("deprecated versions are let through: %s", strings.Join(broken, ", "))
		}
	}),
}
