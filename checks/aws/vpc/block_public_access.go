package vpc

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

var blockModes = &checks.Param{
	Name: "modes", Default: []string{"block-bidirectional", "block-ingress"},
	Source: "AWS Security Hub EC2.172: vpcBpaInternetGatewayBlockMode",
}

// BlockPublicAccess asks for the switch that holds whatever the routes say.
var BlockPublicAccess = &checks.Check{
	ID:    "aws-vpc-block-public-access",
	Title: "VPC Block Public Access keeps internet gateways from the VPCs of each region",
	Why: "A route, a public address and an open group make a private machine a public one. " +
		"The block holds against all three, for every VPC of the region but those that are exempted by name.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Settings > Block public access > Edit public access settings: turn on, after exempting the VPCs and subnets that are meant to be public under *Exclusions*.",
		CLI:       "aws ec2 modify-vpc-block-public-access-options --internet-gateway-block-mode block-ingress",
		Terraform: "resource \"aws_vpc_block_public_access_options\" \"example\" {\n  internet_gateway_block_mode = \"block-ingress\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.172"}},
	Aliases:  []string{"securityhub:EC2.172"},
	Link:     "https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html",
	Params:   []*checks.Param{blockModes},
	Needs:    []inventory.Source{vpc.BlocksPublicAccess},
	Run: checks.Each(vpc.BlocksPublicAccess, func(p *checks.Probe, b *vpc.BlockPublicAccess) {
		if mode, ok := b.Mode.Get(p); ok && !slices.Contains(p.Strings(blockModes), mode) {
			p.Evidence("internetGatewayBlockMode", mode)
			p.Failf("the mode of VPC Block Public Access is %s", mode)
		}
	}),
}
