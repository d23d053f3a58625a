package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// DefaultSecurityGroup asks that what is started without a thought be closed.
var DefaultSecurityGroup = &checks.Check{
	ID:       "aws-vpc-default-security-group-closed",
	Title:    "The default security group of each VPC has no rules",
	Why:      "Whatever is started without naming a group gets the default one. Its first rules let all its members talk to each other and to the whole world, so that things which nobody joined are joined.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Security groups > the group named *default*: move what uses it to groups of its own, then delete all inbound and outbound rules.",
		CLI:       "aws ec2 revoke-security-group-ingress --group-id <group-id> --security-group-rule-ids <rule-id>",
		Terraform: "resource \"aws_default_security_group\" \"example\" {\n  vpc_id = aws_vpc.example.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"6.5"}, frameworks.FSBP: {"EC2.2"}},
	Aliases:  []string{"prowler:ec2_securitygroup_default_restrict_traffic", "securityhub:EC2.2"},
	Link:     "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
	Needs:    []inventory.Source{vpc.SecurityGroups},
	Run: checks.Each(vpc.SecurityGroups, func(p *checks.Probe, g *vpc.SecurityGroup) {
		if !g.Default() {
			p.Skipf("not the default group of its VPC")
			return
		}
		if in, ok := g.Inbound.Get(p); ok && len(in) > 0 {
			p.Evidence("inboundRules", len(in))
			p.Failf("has inbound rules: %d", len(in))
		}
		if out, ok := g.Outbound.Get(p); ok && len(out) > 0 {
			p.Evidence("outboundRules", len(out))
			p.Failf("has outbound rules: %d", len(out))
		}
	}),
}
