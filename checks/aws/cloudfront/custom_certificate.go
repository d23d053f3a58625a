package cloudfront

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// CustomCertificate asks for a certificate of the owner's own names.
var CustomCertificate = &checks.Check{
	ID:       "aws-cloudfront-distribution-custom-certificate",
	Title:    "CloudFront distributions use a certificate of their own",
	Why:      "The shared certificate serves only *.cloudfront.net names and pins the minimum TLS version to TLSv1. A certificate of one's own allows names that viewers can trust and a current security policy.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > General > Settings > Edit: alternate domain names and Custom SSL certificate.",
		CLI:       "aws cloudfront update-distribution --id <distribution-id> --if-match <etag> --distribution-config file://<config-with-certificate.json>",
		Terraform: "resource \"aws_cloudfront_distribution\" \"example\" {\n  aliases = [\"www.example.com\"]\n  viewer_certificate {\n    acm_certificate_arn      = aws_acm_certificate.example.arn\n    ssl_support_method       = \"sni-only\"\n    minimum_protocol_version = \"TLSv1.2_2021\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.7"}},
	Aliases:  []string{"prowler:cloudfront_distributions_custom_ssl_certificate", "securityhub:CloudFront.7"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-alternate-domain-names.html",
	Needs:    []inventory.Source{cloudfront.Distributions},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		if c, ok := d.Certificate.Get(p); ok && c.Default && !elsewhere(p, d) {
			p.Evidence("certificate", "*.cloudfront.net")
			p.Absentf("viewers are shown the certificate of *.cloudfront.net")
		}
	}),
}

// elsewhere says that viewers are shown the certificate of something else.
func elsewhere(p *checks.Probe, d *cloudfront.Distribution) bool {
	if staging, ok := d.Staging.Get(p); ok && staging {
		p.Skipf("a staging distribution: viewers reach it under the name and the certificate of the primary one")
		return true
	}
	if tenants, ok := d.MultiTenant.Get(p); ok && tenants {
		p.Skipf("a multi-tenant distribution: viewers are shown the certificates of its tenants")
		return true
	}
	return false
}
