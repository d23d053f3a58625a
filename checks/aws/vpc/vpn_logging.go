package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// VPNLogging asks for a record of what the tunnels do.
var VPNLogging = &checks.Check{
	ID:       "aws-vpc-vpn-logging",
	Title:    "Both tunnels of site-to-site VPN connections log their activity",
	Why:      "The log shows who tried to set up the tunnel, with which parameters, and why it fell: what is needed to tell an attack from a fault.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "VPC > Site-to-Site VPN connections > the connection > Actions > Modify VPN tunnel options: Tunnel activity log > Enable, for each tunnel.",
		CLI:       "aws ec2 modify-vpn-tunnel-options --vpn-connection-id <vpn-connection-id> --vpn-tunnel-outside-ip-address <tunnel-address> --tunnel-options 'LogOptions={CloudWatchLogOptions={LogEnabled=true,LogGroupArn=<log-group-arn>}}'",
		Terraform: "resource \"aws_vpn_connection\" \"example\" {\n  customer_gateway_id = aws_customer_gateway.example.id\n  transit_gateway_id  = aws_ec2_transit_gateway.example.id\n  type                = \"ipsec.1\"\n  tunnel1_log_options {\n    cloudwatch_log_options {\n      log_enabled   = true\n      log_group_arn = aws_cloudwatch_log_group.example.arn\n    }\n  }\n  tunnel2_log_options {\n    cloudwatch_log_options {\n      log_enabled   = true\n      log_group_arn = aws_cloudwatch_log_group.example.arn\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.171"}},
	Aliases:  []string{"securityhub:EC2.171"},
	Link:     "https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html",
	Needs:    []inventory.Source{vpc.VPNConnections},
	Run: checks.Each(vpc.VPNConnections, func(p *checks.Probe, v *vpc.VPNConnection) {
		if idle(p, v) {
			return
		}
		tunnels, ok := v.Tunnels.Get(p)
		var without []string
		for _, t := range tunnels {
			if !t.Logs {
				without = append(without, t.OutsideIP)
			}
		}
		if ok && len(without) > 0 {
			p.Evidence("tunnelsWithoutLogs", without)
			p.Failf("%d of %d tunnels do not log", len(without), len(tunnels))
		}
	}),
}
