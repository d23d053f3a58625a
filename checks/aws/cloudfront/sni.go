package cloudfront

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// SNI asks that a certificate be chosen by the name that the viewer asks for.
var SNI = &checks.Check{
	ID:       "aws-cloudfront-distribution-sni",
	Title:    "CloudFront distributions serve HTTPS by server name indication",
	Why:      "Dedicated addresses serve only viewers too old for server name indication, and cost several hundred dollars a month for each certificate.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > General > Settings > Edit: clear *Legacy clients support*.",
		CLI:       "aws cloudfront update-distribution --id <distribution-id> --if-match <etag> --distribution-config file://<config-with-sni-only.json>",
		Terraform: "resource \"aws_cloudfront_distribution\" \"example\" {\n  viewer_certificate {\n    acm_certificate_arn      = aws_acm_certificate.example.arn\n    ssl_support_method       = \"sni-only\"\n    minimum_protocol_version = \"TLSv1.2_2021\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.8"}},
	Aliases:  []string{"prowler:cloudfront_distributions_https_sni_enabled", "securityhub:CloudFront.8"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html",
	Needs:    []inventory.Source{cloudfront.Distributions},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		c, ok := d.Certificate.Get(p)
		switch {
		case !ok:
		case c.Default:
			p.Skipf("it uses the certificate of *.cloudfront.net, which has no setting for this")
		case c.Method == "":
			p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "CloudFront ListDistributions", Where: "the answer lacks SSLSupportMethod"})
		case c.Method != "sni-only":
			p.Evidence("sslSupportMethod", c.Method)
			p.Failf("HTTPS is served from dedicated addresses (%s)", c.Method)
		}
	}),
}
