package vpc

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// VPNIKEv2 asks that tunnels not fall back to the old key exchange.
var VPNIKEv2 = &checks.Check{
	ID:       "aws-vpc-vpn-ikev2",
	Title:    "Tunnels of site-to-site VPN connections take IKEv2 only",
	Why:      "IKEv1 is deprecated (RFC 9395): it lets a pre-shared key be guessed off line in aggressive mode and lacks today's algorithms. A tunnel that takes both can be made to use it.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Site-to-Site VPN connections > the connection > Actions > Modify VPN tunnel options: IKE version: ikev2 only, for each tunnel.",
		CLI:       "aws ec2 modify-vpn-tunnel-options --vpn-connection-id <vpn-connection-id> --vpn-tunnel-outside-ip-address <tunnel-address> --tunnel-options 'IKEVersions=[{Value=ikev2}]'",
		Terraform: "resource \"aws_vpn_connection\" \"example\" {\n  customer_gateway_id  = aws_customer_gateway.example.id\n  transit_gateway_id   = aws_ec2_transit_gateway.example.id\n  type                 = \"ipsec.1\"\n  tunnel1_ike_versions = [\"ikev2\"]\n  tunnel2_ike_versions = [\"ikev2\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.183"}},
	Aliases:  []string{"securityhub:EC2.183"},
	Link:     "https://docs.aws.amazon.com/config/latest/developerguide/ec2-vpn-connection-ike-version-check.html",
	Needs:    []inventory.Source{vpc.VPNConnections},
	Run: checks.Each(vpc.VPNConnections, func(p *checks.Probe, v *vpc.VPNConnection) {
		if idle(p, v) {
			return
		}
		tunnels, ok := v.Tunnels.Get(p)
		if !ok {
			return
		}
		var old []string
		for _, t := range tunnels {
			if versions, ok := t.IKE.Get(p); ok && slices.Contains(versions, "ikev1") {
				old = append(old, t.OutsideIP)
			}
		}
		if len(old) > 0 {
			p.Evidence("tunnelsWithIKEv1", old)
			p.Failf("%d of %d tunnels take IKEv1", len(old), len(tunnels))
		}
	}),
}
