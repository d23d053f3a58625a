package ec2

import (
	"demarc/checks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// SerialConsole asks that the serial console be closed where nobody uses it.
var SerialConsole = &checks.Check{
	ID:       "aws-ec2-serial-console",
	Title:    "Access to the EC2 serial console is off in every region",
	Why:      "The serial console reaches an instance without its network, past security groups and VPN. It is for the hour in which nothing else works, and is switched on then.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > the region > Settings > EC2 serial console > Manage: clear *Allow*.",
		CLI:       "aws ec2 disable-serial-console-access --region <region>",
		Terraform: "resource \"aws_ec2_serial_console_access\" \"example\" {\n  enabled = false\n}",
	},
	Link:  "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html",
	Needs: []inventory.Source{ec2.SerialConsoleAccess},
	Run: checks.Regions(func(p *checks.Probe) {
		if on, ok := setting(p, p.Region, serialConsole).Get(p); ok && on {
			p.Evidence("serialConsoleAccessEnabled", true)
			p.Failf("the serial console of every instance can be reached")
		}
	}),
}
