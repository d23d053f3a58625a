package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// TransitGatewayAutoAccept asks that networks be joined by somebody's decision.
var TransitGatewayAutoAccept = &checks.Check{
	ID:       "aws-ec2-transit-gateway-auto-accept",
	Title:    "Transit gateways do not accept attachments of other accounts by themselves",
	Why:      "With automatic acceptance every account that the gateway is shared with can join its VPCs to the company's network, without anybody's look at what they are.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Transit gateways > the gateway > Actions > Modify transit gateway: clear *Auto accept shared attachments*.",
		CLI:       "aws ec2 modify-transit-gateway --transit-gateway-id <gateway-id> --options AutoAcceptSharedAttachments=disable",
		Terraform: "resource \"aws_ec2_transit_gateway\" \"example\" {\n  auto_accept_shared_attachments = \"disable\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.23"}},
	Aliases:  []string{"prowler:ec2_transitgateway_auto_accept_vpc_attachments", "securityhub:EC2.23"},
	Link:     "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html",
	Needs:    []inventory.Source{vpc.TransitGateways},
	Run: checks.Each(vpc.TransitGateways, func(p *checks.Probe, g *vpc.TransitGateway) {
		if g.State == "deleting" {
			p.Skipf("the gateway is being deleted")
			return
		}
		if on, ok := g.AutoAccept.Get(p); ok && on {
			p.Evidence("autoAcceptSharedAttachments", "enable")
			p.Failf("accepts shared attachments by itself")
		}
	}),
}
