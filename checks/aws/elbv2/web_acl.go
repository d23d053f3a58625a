package elbv2

import (
	"demarc/checks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// WebACL asks for a web application firewall before the application. One that
// is reached from inside only needs it less.
var WebACL = &checks.Check{
	ID:       "aws-elbv2-web-acl",
	Title:    "Application Load Balancers have an AWS WAF web ACL",
	Why:      "Without a web application firewall every probe, injection and flood on the application level reaches the application itself.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "AWS WAF > Web ACLs > the web ACL > Associated AWS resources > Add AWS resources: the load balancer.",
		CLI:       "aws wafv2 associate-web-acl --web-acl-arn <web-acl> --resource-arn <load-balancer>",
		Terraform: "resource \"aws_wafv2_web_acl_association\" \"example\" {\n  resource_arn = aws_lb.example.arn\n  web_acl_arn  = aws_wafv2_web_acl.example.arn\n}",
	},
	// ELB.16 is in Security Hub's catalogue, and no longer in FSBP.
	Aliases: []string{"prowler:elbv2_waf_acl_attached", "securityhub:ELB.16"},
	Link:    "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html",
	Needs:   []inventory.Source{elbv2.LoadBalancerWebACL},
	Run: checks.Each(elbv2.LoadBalancers, func(p *checks.Probe, lb *elbv2.LoadBalancer) {
		if !judged(p, lb, application) {
			return
		}
		if acl, ok := lb.WebACL.Get(p); ok && acl == "" {
			p.Evidence("webACL", "none")
			if scheme, ok := lb.Scheme.Peek(); ok && scheme == "internal" {
				p.Rank(checks.Low)
			}
			p.Failf("the load balancer has no web ACL")
		}
	}),
}
