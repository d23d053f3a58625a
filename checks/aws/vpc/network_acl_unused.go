package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// NetworkACLUnused asks that ACLs be removed with their subnets.
var NetworkACLUnused = &checks.Check{
	ID:       "aws-ec2-network-acl-unused",
	Title:    "Network ACLs stand before a subnet",
	Why:      "An ACL that guards nothing looks like protection and is none; its rules are kept up by nobody.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Network ACLs > the ACL > Actions > Delete network ACLs, or Subnet associations > Edit subnet associations.",
		CLI:       "aws ec2 delete-network-acl --network-acl-id <acl-id>",
		Terraform: "resource \"aws_network_acl_association\" \"example\" {\n  network_acl_id = aws_network_acl.example.id\n  subnet_id      = aws_subnet.example.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.16"}},
	Aliases:  []string{"prowler:ec2_networkacl_unused", "securityhub:EC2.16"},
	Link:     "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
	Needs:    []inventory.Source{vpc.NetworkACLs},
	Run: checks.Each(vpc.NetworkACLs, func(p *checks.Probe, a *vpc.NetworkACL) {
		standard, ok := a.Default.Get(p)
		if ok && standard {
			p.Skipf("the default network ACL of a VPC cannot be deleted")
			return
		}
		if subnets, known := a.Subnets.Get(p); ok && known && len(subnets) == 0 {
			p.Evidence("subnets", 0)
			p.Failf("is associated with no subnet")
		}
	}),
}
