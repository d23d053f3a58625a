package cloudfront

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

var recommendedPolicies = &checks.Param{
	Name: "securityPolicies", Default: []string{"TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"},
	Source: "AWS Security Hub, CloudFront.15",
}

// TLSPolicy asks for a security policy without outdated versions and ciphers.
var TLSPolicy = &checks.Check{
	ID:       "aws-cloudfront-distribution-tls-policy",
	Title:    "CloudFront distributions use a recommended TLS security policy",
	Why:      "Older policies let viewers fall back to TLS 1.0 or to ciphers that are known to be weak.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > General > Settings > Edit: Security policy, TLSv1.2_2021 or newer. It takes a certificate of your own.",
		CLI:       "aws cloudfront update-distribution --id <distribution-id> --if-match <etag> --distribution-config file://<config-with-security-policy.json>",
		Terraform: "resource \"aws_cloudfront_distribution\" \"example\" {\n  viewer_certificate {\n    acm_certificate_arn      = aws_acm_certificate.example.arn\n    ssl_support_method       = \"sni-only\"\n    minimum_protocol_version = \"TLSv1.2_2021\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.15"}},
	Aliases:  []string{"securityhub:CloudFront.15"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
	Params:   []*checks.Param{recommendedPolicies},
	Needs:    []inventory.Source{cloudfront.Distributions},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		c, ok := d.Certificate.Get(p)
		fine := !c.Default && slices.Contains(p.Strings(recommendedPolicies), c.MinVersion)
		switch {
		case !ok, fine, elsewhere(p, d):
		case c.Default:
			// Whatever the setting says, CloudFront uses TLSv1 with its own
			// certificate (API reference, "ViewerCertificate").
			p.Evidence("securityPolicy", "TLSv1")
			p.Absentf("the certificate of *.cloudfront.net holds the distribution at the security policy TLSv1")
		case c.MinVersion == "":
			p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "CloudFront ListDistributions", Where: "the answer lacks MinimumProtocolVersion"})
		default:
			p.Evidence("securityPolicy", c.MinVersion)
			p.Absentf("the security policy is %s", c.MinVersion)
		}
	}),
}
