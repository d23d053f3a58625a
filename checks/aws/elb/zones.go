package elb

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

var minZones = &checks.Param{Name: "minAvailabilityZones", Default: 2, Unit: "zones", Source: "AWS FSBP, ELB.10"}

// Zones asks that a load balancer outlive the failure of a zone.
var Zones = &checks.Check{
	ID:       "aws-elb-zones",
	Title:    "Classic Load Balancers span several Availability Zones",
	Why:      "A load balancer in one zone is as available as that zone: when it fails, the application is unreachable, however many instances run elsewhere.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Network mapping > Edit subnets: add subnets of further Availability Zones.",
		CLI:       "aws elb attach-load-balancer-to-subnets --load-balancer-name <load-balancer> --subnets <subnet-b>",
		Terraform: "resource \"aws_elb\" \"example\" {\n  name    = \"example\"\n  subnets = [aws_subnet.a.id, aws_subnet.b.id]\n\n  listener {\n    instance_port      = 443\n    instance_protocol  = \"https\"\n    lb_port            = 443\n    lb_protocol        = \"https\"\n    ssl_certificate_id = aws_acm_certificate.example.arn\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.10"}},
	Aliases:  []string{"prowler:elb_is_in_multiple_az", "securityhub:ELB.10"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-az.html",
	Params:   []*checks.Param{minZones},
	Needs:    []inventory.Source{elb.LoadBalancers},
	Run: checks.Each(elb.LoadBalancers, func(p *checks.Probe, lb *elb.LoadBalancer) {
		if zones, ok := lb.Zones.Get(p); ok && len(zones) < p.Int(minZones) {
			p.Evidence("availabilityZones", zones)
			p.Failf("the load balancer is in %d Availability Zone(s)", len(zones))
		}
	}),
}
