package vpc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// ClientVPNLogging asks for a record of who came in.
var ClientVPNLogging = &checks.Check{
	ID:       "aws-ec2-client-vpn-logging",
	Title:    "Client VPN endpoints log connections",
	Why:      "The log says who connected when, from where, and who was turned away. Without it a stolen certificate is used unseen.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "VPC > Client VPN endpoints > the endpoint > Actions > Modify Client VPN endpoint: Enable log details on client connections.",
		CLI:       "aws ec2 modify-client-vpn-endpoint --client-vpn-endpoint-id <endpoint-id> --connection-log-options Enabled=true,CloudwatchLogGroup=<log-group>",
		Terraform: "resource \"aws_ec2_client_vpn_endpoint\" \"example\" {\n  server_certificate_arn = aws_acm_certificate.example.arn\n  client_cidr_block      = \"10.100.0.0/22\"\n  authentication_options {\n    type                       = \"certificate-authentication\"\n    root_certificate_chain_arn = aws_acm_certificate.clients.arn\n  }\n  connection_log_options {\n    enabled              = true\n    cloudwatch_log_group = aws_cloudwatch_log_group.example.name\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.51"}},
	Aliases:  []string{"prowler:ec2_client_vpn_endpoint_connection_logging_enabled", "securityhub:EC2.51"},
	Link:     "https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/connection-logging.html",
	Needs:    []inventory.Source{vpc.ClientVPNs},
	Run: checks.Each(vpc.ClientVPNs, func(p *checks.Probe, c *vpc.ClientVPN) {
		if c.State == "deleting" {
			p.Skipf("the endpoint is being deleted")
			return
		}
		if on, ok := c.Logs.Get(p); ok && !on {
			p.Evidence("connectionLog", false)
			p.Failf("connections are not logged")
		}
	}),
}
