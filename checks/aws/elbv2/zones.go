package elbv2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

var minZones = &checks.Param{Name: "minAvailabilityZones", Default: 2, Unit: "zones", Source: "AWS FSBP, ELB.13"}

// Zones asks that a load balancer outlive the failure of a zone.
var Zones = &checks.Check{
	ID:       "aws-elbv2-zones",
	Title:    "Load balancers span several Availability Zones",
	Why:      "A load balancer in one zone is as available as that zone: when it fails, the application is unreachable, however many targets run elsewhere.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Load Balancers > the load balancer > Network mapping > Edit subnets: add subnets of further Availability Zones.",
		CLI:       "aws elbv2 set-subnets --load-balancer-arn <load-balancer> --subnets <subnet-a> <subnet-b>",
		Terraform: "resource \"aws_lb\" \"example\" {\n  name               = \"example\"\n  load_balancer_type = \"network\"\n  subnets            = [aws_subnet.a.id, aws_subnet.b.id]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.13"}},
	Aliases:  []string{"prowler:elbv2_is_in_multiple_az", "securityhub:ELB.13"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
	Params:   []*checks.Param{minZones},
	Needs:    []inventory.Source{elbv2.LoadBalancers},
	Run: checks.Each(elbv2.LoadBalancers, func(p *checks.Probe, lb *elbv2.LoadBalancer) {
		if !judged(p, lb, application, network, gateway) {
			return
		}
		if zones, ok := lb.Zones.Get(p); ok && len(zones) < p.Int(minZones) {
			p.Evidence("availabilityZones", zones)
			p.Failf("the load balancer is in %d Availability Zone(s)", len(zones))
		}
	}),
}
