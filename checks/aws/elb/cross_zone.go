package elb

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

// CrossZone asks that instances share the load whatever zone they are in.
var CrossZone = &checks.Check{
	ID:       "aws-elb-cross-zone",
	Title:    "Classic Load Balancers spread traffic across zones",
	Why:      "Each node sends traffic only to instances of its own zone. When those fail or are few, clients of that node get errors while instances elsewhere idle.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Attributes > Edit: Cross-zone load balancing.",
		CLI:       "aws elb modify-load-balancer-attributes --load-balancer-name <load-balancer> --load-balancer-attributes '{\"CrossZoneLoadBalancing\":{\"Enabled\":true}}'",
		Terraform: "resource \"aws_elb\" \"example\" {\n  name                      = \"example\"\n  subnets                   = [aws_subnet.a.id, aws_subnet.b.id]\n  cross_zone_load_balancing = true\n\n  listener {\n    instance_port      = 443\n    instance_protocol  = \"https\"\n    lb_port            = 443\n    lb_protocol        = \"https\"\n    ssl_certificate_id = aws_acm_certificate.example.arn\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.9"}},
	Aliases:  []string{"prowler:elb_cross_zone_load_balancing_enabled", "securityhub:ELB.9"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html",
	Needs:    []inventory.Source{elb.LoadBalancerAttributes},
	Run: checks.Each(elb.LoadBalancers, func(p *checks.Probe, lb *elb.LoadBalancer) {
		cross := attribute(lb, func(a elb.Attributes) inventory.Known[bool] { return a.CrossZone })
		if on, ok := cross.Get(p); ok && !on {
			p.Evidence("crossZoneLoadBalancing", "disabled")
			p.Failf("cross-zone load balancing is off")
		}
	}),
}
