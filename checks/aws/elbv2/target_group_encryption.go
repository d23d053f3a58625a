package elbv2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

// TargetGroupEncryption asks that traffic stay encrypted behind the load
// balancer. What is passed through may be: that is ranked lower.
var TargetGroupEncryption = &checks.Check{
	ID:       "aws-elbv2-target-group-encryption",
	Title:    "Load balancers reach their targets by HTTPS, TLS or QUIC",
	Why:      "Where TLS ends at the load balancer, the way from there to the application is plain text for whoever gets into the network.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Target Groups > Create target group: protocol HTTPS (or TLS), register the targets, and let the listener's rules forward to it. The protocol of a target group cannot be changed.",
		CLI:       "aws elbv2 create-target-group --name <name> --protocol HTTPS --port 443 --vpc-id <vpc> --health-check-protocol HTTPS",
		Terraform: "resource \"aws_lb_target_group\" \"example\" {\n  name     = \"example\"\n  port     = 443\n  protocol = \"HTTPS\"\n  vpc_id   = aws_vpc.example.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"ELB.22"}},
	Aliases:  []string{"securityhub:ELB.22"},
	Link:     "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
	Needs:    []inventory.Source{elbv2.TargetGroups},
	Run: checks.Each(elbv2.TargetGroups, func(p *checks.Probe, g *elbv2.TargetGroup) {
		if !carries(p, g) {
			return
		}
		switch protocol, ok := g.Protocol.Get(p); {
		case !ok || protocol == "HTTPS" || protocol == "TLS" || protocol == "QUIC":
		case protocol == "HTTP":
			p.Evidence("protocol", protocol)
			p.Failf("the targets are reached over plain HTTP")
		default:
			p.Rank(checks.Low)
			p.Evidence("protocol", protocol)
			p.Failf("the targets are reached over %s, encrypted or not", protocol)
		}
	}),
}

// carries reports whether the load balancer itself opens connections to the
// targets of g.
func carries(p *checks.Probe, g *elbv2.TargetGroup) bool {
	target, seen := g.TargetType.Get(p)
	protocol, told := g.Protocol.Get(p)
	switch {
	case !seen || !told:
		return false
	case target == "lambda":
		p.Skipf("the target is a Lambda function, which is invoked through the API of AWS")
		return false
	case target == "alb":
		p.Skipf("the target is an Application Load Balancer, whose listeners are judged by themselves")
		return false
	case protocol == "GENEVE":
		p.Skipf("a Gateway Load Balancer passes packets on as they are")
		return false
	}
	return true
}
