package ec2

import (
	"fmt"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// LaunchTemplatePublicIP asks that templates give out no public addresses.
// Where a template says nothing, the subnet decides: that is the subnet's check.
var LaunchTemplatePublicIP = &checks.Check{
	ID:       "aws-ec2-launch-template-public-ip",
	Title:    "EC2 launch templates assign no public IPv4 addresses",
	Why:      "What a template says holds for every instance that is ever made of it: a whole group grows with its instances on the internet.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Launch Templates > the template > Actions > Modify template: under Advanced network configuration, Auto-assign public IP *Disable*; then Set default version.",
		CLI:       "aws ec2 create-launch-template-version --launch-template-id <template> --source-version <version> --launch-template-data '{\"NetworkInterfaces\":[{\"DeviceIndex\":0,\"AssociatePublicIpAddress\":false}]}'",
		Terraform: "resource \"aws_launch_template\" \"example\" {\n  name = \"example\"\n\n  network_interfaces {\n    associate_public_ip_address = false\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.25"}},
	Aliases:  []string{"prowler:ec2_launch_template_no_public_ip", "securityhub:EC2.25"},
	Link:     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-launch-template.html",
	Needs:    []inventory.Source{ec2.LaunchTemplates},
	Run: checks.Each(ec2.LaunchTemplates, func(p *checks.Probe, t *ec2.LaunchTemplate) {
		if !own(p, t) {
			return
		}
		network, ok := t.Network.Get(p)
		if !ok {
			return
		}
		var public []string
		for _, n := range network {
			if on, ok := n.AssociatePublicIP.Get(p); ok && on {
				public = append(public, fmt.Sprint(n.DeviceIndex))
			}
		}
		if len(public) > 0 {
			p.Evidence("version", t.Version)
			p.Evidence("devicesWithPublicIp", public)
			p.Failf("the default version assigns public IPv4 addresses")
		}
	}),
}

// own reports whether the customer answers for a template.
func own(p *checks.Probe, t *ec2.LaunchTemplate) bool {
	operator, ok := t.Operator.Get(p)
	if ok && operator != "" {
		p.Skipf("the launch template is managed by %s", operator)
	}
	return ok && operator == ""
}
