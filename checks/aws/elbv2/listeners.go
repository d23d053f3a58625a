package elbv2

import (
	"demarc/checks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// Listeners asks that a load balancer be in use.
var Listeners = &checks.Check{
	ID:       "aws-elbv2-listeners",
	Title:    "Load balancers have a listener",
	Why:      "A load balancer without a listener serves nobody: it is a leftover, with addresses, security groups and costs that nobody looks after, or one that somebody broke.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Listeners > Add listener; or Actions > Delete load balancer.",
		CLI:       "aws elbv2 delete-load-balancer --load-balancer-arn <load-balancer>",
		Terraform: "resource \"aws_lb_listener\" \"https\" {\n  load_balancer_arn = aws_lb.example.arn\n  port              = 443\n  protocol          = \"HTTPS\"\n  certificate_arn   = aws_acm_certificate.example.arn\n\n  default_action {\n    type             = \"forward\"\n    target_group_arn = aws_lb_target_group.example.arn\n  }\n}",
	},
	Aliases: []string{"prowler:elbv2_listeners_underneath"},
	Link:    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html",
	Needs:   []inventory.Source{elbv2.LoadBalancers, elbv2.Listeners},
	Run: checks.Each(elbv2.LoadBalancers, func(p *checks.Probe, lb *elbv2.LoadBalancer) {
		if !judged(p, lb, application, network, gateway) {
			return
		}
		var gaps inventory.Gaps
		if len(listenersOf.Get(p.Inv, &gaps, lb.Region, lb.Full)) > 0 {
			return // one is enough, whatever others are hidden
		}
		for _, g := range gaps {
			p.Missed(g)
		}
		p.Evidence("listeners", 0)
		p.Absentf("the load balancer has no listener")
	}),
}
