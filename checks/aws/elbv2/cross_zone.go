package elbv2

import (
	"demarc/checks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// CrossZone asks that targets share the load whatever zone they are in. An
// Application Load Balancer always does.
var CrossZone = &checks.Check{
	ID:       "aws-elbv2-cross-zone",
	Title:    "Network and Gateway Load Balancers spread traffic across zones",
	Why:      "Each node sends traffic only to targets of its own zone. When those fail or are few, clients of that node get errors while targets elsewhere idle.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Attributes > Edit: turn on *Enable cross-zone load balancing*.",
		CLI:       "aws elbv2 modify-load-balancer-attributes --load-balancer-arn <load-balancer> --attributes Key=load_balancing.cross_zone.enabled,Value=true",
		Terraform: "resource \"aws_lb\" \"example\" {\n  name                             = \"example\"\n  load_balancer_type               = \"network\"\n  subnets                          = [aws_subnet.a.id, aws_subnet.b.id]\n  enable_cross_zone_load_balancing = true\n}",
	},
	Aliases: []string{"prowler:elbv2_cross_zone_load_balancing_enabled"},
	Link:    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html",
	Needs:   []inventory.Source{elbv2.LoadBalancerAttributes},
	Run: checks.Each(elbv2.LoadBalancers, func(p *checks.Probe, lb *elbv2.LoadBalancer) {
		if kind, ok := lb.Type.Get(p); ok && kind == application {
			p.Skipf("an Application Load Balancer always balances across zones")
			return
		}
		if !judged(p, lb, network, gateway) {
			return
		}
		cross := attribute(lb, func(a elbv2.Attributes) inventory.Known[bool] { return a.CrossZone })
		if on, ok := cross.Get(p); ok && !on {
			p.Evidence("load_balancing.cross_zone.enabled", false)
			p.Failf("cross-zone load balancing is off")
		}
	}),
}
