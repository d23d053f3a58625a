package elbv2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// DropInvalidHeaders asks that malformed headers end at the load balancer.
var DropInvalidHeaders = &checks.Check{
	ID:       "aws-elbv2-drop-invalid-headers",
	Title:    "Application Load Balancers drop invalid HTTP headers",
	Why:      "Header names outside the standard are read differently by different servers. Attackers use that to get past filters and to smuggle requests.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Attributes > Edit: turn on *Drop invalid header fields*.",
		CLI:       "aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer> --attributes Key=routing.http.drop_invalid_header_fields.enabled,Value=true",
		Terraform: "resource \"aws_lb\" \"example\" {\n  name                       = \"example\"\n  subnets                    = [aws_subnet.a.id, aws_subnet.b.id]\n  drop_invalid_header_fields = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.4"}},
	Aliases:  []string{"prowler:elbv2_alb_drop_invalid_header_fields_enabled", "securityhub:ELB.4"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
	Needs:    []inventory.Source{elbv2.LoadBalancerAttributes},
	Run: checks.Each(elbv2.LoadBalancers, func(p *checks.Probe, lb *elbv2.LoadBalancer) {
		if !judged(p, lb, application) {
			return
		}
		drop := attribute(lb, func(a elbv2.Attributes) inventory.Known[bool] { return a.DropInvalidHeaders })
		if on, ok := drop.Get(p); ok && !on {
			p.Evidence("routing.http.drop_invalid_header_fields.enabled", false)
			p.Failf("invalid header fields are passed on")
		}
	}),
}
