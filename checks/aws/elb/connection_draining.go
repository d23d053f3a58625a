package elb

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

// ConnectionDraining asks that requests under way be finished.
var ConnectionDraining = &checks.Check{
	ID:       "aws-elb-connection-draining",
	Title:    "Classic Load Balancers drain connections of instances that leave",
	Why:      "Without it every instance that is taken out or fails cuts off the requests that it is working on: deployments become errors for customers.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Attributes > Edit: Connection draining.",
		CLI:       "aws elb modify-load-balancer-attributes --load-balancer-name <load-balancer> --load-balancer-attributes '{\"ConnectionDraining\":{\"Enabled\":true,\"Timeout\":300}}'",
		Terraform: "resource \"aws_elb\" \"example\" {\n  name                = \"example\"\n  subnets             = [aws_subnet.a.id, aws_subnet.b.id]\n  connection_draining = true\n\n  listener {\n    instance_port      = 443\n    instance_protocol  = \"https\"\n    lb_port            = 443\n    lb_protocol        = \"https\"\n    ssl_certificate_id = aws_acm_certificate.example.arn\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.7"}},
	Aliases:  []string{"prowler:elb_connection_draining_enabled", "securityhub:ELB.7"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html",
	Needs:    []inventory.Source{elb.LoadBalancerAttributes},
	Run: checks.Each(elb.LoadBalancers, func(p *checks.Probe, lb *elb.LoadBalancer) {
		drains := attribute(lb, func(a elb.Attributes) inventory.Known[bool] { return a.ConnectionDraining })
		if on, ok := drains.Get(p); ok && !on {
			p.Evidence("connectionDraining", "disabled")
			p.Failf("connection draining is off")
		}
	}),
}
