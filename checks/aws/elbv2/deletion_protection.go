package elbv2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// DeletionProtection asks that a load balancer not be deleted by one call.
var DeletionProtection = &checks.Check{
	ID:       "aws-elbv2-deletion-protection",
	Title:    "Load balancers are protected from deletion",
	Why:      "A deleted load balancer takes its address with it: one mistaken command, and the application is unreachable until DNS has followed to a new one.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Attributes > Edit: turn on *Deletion protection*.",
		CLI:       "aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer> --attributes Key=deletion_protection.enabled,Value=true",
		Terraform: "resource \"aws_lb\" \"example\" {\n  name                       = \"example\"\n  subnets                    = [aws_subnet.a.id, aws_subnet.b.id]\n  enable_deletion_protection = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.6"}},
	Aliases:  []string{"prowler:elbv2_deletion_protection", "securityhub:ELB.6"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
	Needs:    []inventory.Source{elbv2.LoadBalancerAttributes},
	Run: checks.Each(elbv2.LoadBalancers, func(p *checks.Probe, lb *elbv2.LoadBalancer) {
		if !judged(p, lb, application, network, gateway) {
			return
		}
		protected := attribute(lb, func(a elbv2.Attributes) inventory.Known[bool] { return a.DeletionProtection })
		if on, ok := protected.Get(p); ok && !on {
			p.Evidence("deletion_protection.enabled", false)
			p.Failf("deletion protection is off")
		}
	}),
}
