package vpc

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

var checkedTypes = &checks.Param{
	Name: "interfaceTypes", Default: []string{"aws_codestar_connections_managed", "branch", "efa", "interface", "lambda", "quicksight"},
	Source: "AWS Security Hub EC2.180: the types that it looks at",
}

// SourceDestCheck asks that machines speak for themselves only.
var SourceDestCheck = &checks.Check{
	ID:       "aws-ec2-interface-source-dest-check",
	Title:    "Network interfaces check that traffic is theirs",
	Why:      "Without the check a machine can send with others' addresses and forward others' traffic, which lets a taken-over one join networks that were kept apart. Only routers, firewalls and NAT instances need it off.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Network interfaces > the interface > Actions > Change source/dest. check: Enable.",
		CLI:       "aws ec2 modify-network-interface-attribute --network-interface-id <interface-id> --source-dest-check",
		Terraform: "resource \"aws_network_interface\" \"example\" {\n  subnet_id         = aws_subnet.example.id\n  source_dest_check = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.180"}},
	Aliases:  []string{"securityhub:EC2.180"},
	Link:     "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html#EIP_Disable_SrcDestCheck",
	Params:   []*checks.Param{checkedTypes},
	Needs:    []inventory.Source{vpc.NetworkInterfaces},
	Run: checks.Each(vpc.NetworkInterfaces, func(p *checks.Probe, n *vpc.NetworkInterface) {
		if !slices.Contains(p.Strings(checkedTypes), n.Type) {
			p.Skipf("interfaces of the type %s are managed by AWS", n.Type)
			return
		}
		managed, ok := n.RequesterManaged.Get(p)
		if ok && managed {
			p.Skipf("the interface is managed by %s", by(n))
			return
		}
		if on, known := n.SourceDestCheck.Get(p); ok && known && !on {
			p.Evidence("sourceDestCheck", false)
			p.Failf("the source/destination check is off at %s", target(n))
		}
	}),
}

func by(n *vpc.NetworkInterface) string {
	if n.RequesterID == "" {
		return "AWS"
	}
	return n.RequesterID
}
