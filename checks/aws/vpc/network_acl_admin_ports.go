package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

var aclPorts = &checks.Param{
	Name: "ports", Default: []string{"22", "3389", "udp/3389"},
	Source: "CIS AWS 7.0, 6.2; AWS Security Hub EC2.21",
}

// NetworkACLAdminPorts asks that subnets not admit everybody to where servers
// are administered.
var NetworkACLAdminPorts = &checks.Check{
	ID:    "aws-ec2-network-acl-admin-ports",
	Title: "Network ACLs do not let the internet in to administration ports",
	Why: "The network ACL is the second fence, which holds when a security group is opened by mistake. " +
		"One that lets everybody in to SSH and RDP leaves that mistake without a remedy.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Network ACLs > the ACL > Inbound rules > Edit inbound rules: deny ports 22 and 3389 from 0.0.0.0/0 and ::/0 with numbers lower than those of the rules that allow.",
		CLI:       "aws ec2 create-network-acl-entry --network-acl-id <acl-id> --ingress --rule-number 10 --protocol tcp --port-range From=22,To=22 --cidr-block 0.0.0.0/0 --rule-action deny",
		Terraform: "resource \"aws_network_acl_rule\" \"example\" {\n  network_acl_id = aws_network_acl.example.id\n  rule_number    = 10\n  egress         = false\n  protocol       = \"tcp\"\n  rule_action    = \"deny\"\n  cidr_block     = \"0.0.0.0/0\"\n  from_port      = 22\n  to_port        = 22\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"6.2"}, frameworks.FSBP: {"EC2.21"}},
	Aliases: []string{
		"prowler:ec2_networkacl_allow_ingress_any_port", "prowler:ec2_networkacl_allow_ingress_tcp_port_22",
		"prowler:ec2_networkacl_allow_ingress_tcp_port_3389", "securityhub:EC2.21",
	},
	Link:   "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
	Params: scaled(aclPorts),
	Needs:  []inventory.Source{vpc.NetworkACLs},
	Run: checks.Each(vpc.NetworkACLs, func(p *checks.Probe, a *vpc.NetworkACL) {
		scale := scaleOf(p)
		var world []vpc.Opening
		for _, port := range portsOf(p, aclPorts) {
			for _, o := range a.Admits(false, port) {
				if b, _ := o.From.Breadth(scale).Get(p); b == vpc.World {
					world = append(world, o)
				}
			}
		}
		if len(world) == 0 {
			return
		}
		evidence(p, scale, world)
		subnets, ok := a.Subnets.Peek()
		if ok && len(subnets) == 0 {
			p.Rank(checks.Low)
			p.Failf("admits the internet to %s; it stands before no subnet now", named(world))
			return
		}
		if standard, ok := a.Default.Peek(); ok && standard {
			// It admits everybody to everything from the start; Security Hub
			// looks at the others only, CIS at all.
			p.Rank(checks.Low)
			p.Failf("the VPC's default network ACL admits the internet to %s", named(world))
			return
		}
		p.Failf("admits the internet to %s", named(world))
	}),
}
