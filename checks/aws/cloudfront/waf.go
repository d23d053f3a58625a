package cloudfront

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// WAF asks for a web ACL.
var WAF = &checks.Check{
	ID:       "aws-cloudfront-distribution-waf",
	Title:    "CloudFront distributions are protected by an AWS WAF web ACL",
	Why:      "The edge then turns away common attacks and floods before they reach the application.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > Security > Manage protections: enable AWS WAF.",
		CLI:       "aws cloudfront associate-distribution-web-acl --id <distribution-id> --web-acl-arn <web-acl-arn>",
		Terraform: "resource \"aws_cloudfront_distribution\" \"example\" {\n  web_acl_id = aws_wafv2_web_acl.example.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.6"}},
	Aliases:  []string{"prowler:cloudfront_distributions_using_waf", "securityhub:CloudFront.6"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html",
	Needs:    []inventory.Source{cloudfront.Distributions},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		acl, ok := d.WebACL.Get(p)
		if !ok || acl != "" {
			return
		}
		tenants, ok := d.MultiTenant.Get(p)
		if ok && tenants {
			// Each tenant may have a web ACL of its own.
			p.Missed(inventory.Gap{Reason: inventory.Failed, Call: "CloudFront ListDistributionTenants", Where: "the web ACLs of the distribution's tenants are not collected"})
			return
		}
		if ok {
			p.Evidence("webACL", "none")
			p.Failf("no web ACL is associated")
		}
	}),
}
