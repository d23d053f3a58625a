package vpc

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// SubnetPublicIP asks that a public address be given on purpose.
var SubnetPublicIP = &checks.Check{
	ID:       "aws-vpc-subnet-public-ip",
	Title:    "Subnets do not give public addresses by themselves",
	Why:      "In a subnet that hands out public addresses every machine that is started is on the internet unless somebody remembers to say no.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Subnets > the subnet > Actions > Edit subnet settings: clear both boxes under *Auto-assign IP settings*.",
		CLI:       "aws ec2 modify-subnet-attribute --subnet-id <subnet-id> --no-map-public-ip-on-launch",
		Terraform: "resource \"aws_subnet\" \"example\" {\n  vpc_id                          = aws_vpc.example.id\n  cidr_block                      = \"10.0.1.0/24\"\n  map_public_ip_on_launch         = false\n  assign_ipv6_address_on_creation = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.15"}},
	Aliases:  []string{"prowler:vpc_subnet_no_public_ip_by_default", "securityhub:EC2.15"},
	Link:     "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html",
	Needs:    []inventory.Source{vpc.Subnets},
	Run: checks.Each(vpc.Subnets, func(p *checks.Probe, s *vpc.Subnet) {
		if on, ok := s.MapPublicIP.Get(p); ok && on {
			p.Evidence("mapPublicIpOnLaunch", true)
			p.Failf("gives each new interface a public IPv4 address")
		}
		// An IPv6 address that AWS does not advertise is not a public one.
		advertised := inventory.Map(s.IPv6, func(blocks []vpc.SubnetIPv6) bool {
			return slices.ContainsFunc(blocks, func(b vpc.SubnetIPv6) bool { return !b.Private })
		})
		if on, ok := inventory.And(s.AssignIPv6, advertised).Get(p); ok && on {
			p.Evidence("assignIpv6AddressOnCreation", true)
			p.Failf("gives each new interface an IPv6 address, which is a public one")
		}
	}),
}
