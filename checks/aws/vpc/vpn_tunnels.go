package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// VPNTunnels asks that both ways of a VPN stand.
var VPNTunnels = &checks.Check{
	ID:       "aws-vpc-vpn-tunnels-up",
	Title:    "Both tunnels of site-to-site VPN connections are up",
	Why:      "AWS maintains one tunnel at a time and moves traffic to the other. With one tunnel down, maintenance or a fault cuts the connection.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC > Site-to-Site VPN connections > the connection > Tunnel details; Download configuration, and set the second tunnel up on the customer gateway.",
		CLI:       "aws ec2 get-vpn-connection-device-sample-configuration --vpn-connection-id <vpn-connection-id> --vpn-connection-device-type-id <device-type-id>",
		Terraform: "resource \"aws_vpn_connection\" \"example\" {\n  customer_gateway_id    = aws_customer_gateway.example.id\n  transit_gateway_id     = aws_ec2_transit_gateway.example.id\n  type                   = \"ipsec.1\"\n  tunnel1_startup_action = \"start\"\n  tunnel2_startup_action = \"start\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.20"}},
	Aliases:  []string{"prowler:vpc_vpn_connection_tunnels_up", "securityhub:EC2.20"},
	Link:     "https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html",
	Needs:    []inventory.Source{vpc.VPNConnections},
	Run: checks.Each(vpc.VPNConnections, func(p *checks.Probe, v *vpc.VPNConnection) {
		if idle(p, v) {
			return
		}
		tunnels, ok := v.Up.Get(p)
		if !ok {
			return
		}
		var down []string
		for _, t := range tunnels {
			if !t.Up {
				down = append(down, t.OutsideIP)
			}
		}
		if len(down) > 0 || len(tunnels) < 2 {
			p.Evidence("tunnels", len(tunnels))
			p.Evidence("tunnelsDown", down)
			p.Failf("%d of %d tunnels are up", len(tunnels)-len(down), max(2, len(tunnels)))
		}
	}),
}

// idle skips connections that are being made or deleted.
func idle(p *checks.Probe, v *vpc.VPNConnection) bool {
	if v.State == "pending" || v.State == "deleting" {
		p.Skipf("the connection is %s", v.State)
		return true
	}
	return false
}
