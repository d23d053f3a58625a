package autoscaling

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

// LaunchConfigurationPublicIP asks that launch configurations give out no
// public addresses. Where one says nothing, the subnet decides.
var LaunchConfigurationPublicIP = &checks.Check{
	ID:       "aws-autoscaling-launch-configuration-public-ip",
	Title:    "Launch configurations assign no public IPv4 addresses",
	Why:      "Instances of a group are meant to be reached through its load balancer. With public addresses each of them stands on the internet by itself.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "EC2 > Launch Configurations > the configuration > Actions > Copy to launch template: Auto-assign public IP *Disable*; switch the group to it. A launch configuration itself cannot be changed.",
		CLI:       "aws autoscaling create-launch-configuration --launch-configuration-name <new> --image-id <image> --instance-type <type> --no-associate-public-ip-address",
		Terraform: "resource \"aws_launch_configuration\" \"example\" {\n  image_id                    = data.aws_ami.example.id\n  instance_type               = \"t3.micro\"\n  associate_public_ip_address = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Autoscaling.5"}},
	Aliases:  []string{"prowler:autoscaling_group_launch_configuration_no_public_ip", "securityhub:Autoscaling.5"},
	Link:     "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-in-vpc.html",
	Needs:    []inventory.Source{autoscaling.LaunchConfigurations},
	Run: checks.Each(autoscaling.LaunchConfigurations, func(p *checks.Probe, l *autoscaling.LaunchConfiguration) {
		if public, ok := l.AssociatePublicIP.Get(p); ok && public {
			p.Evidence("associatePublicIpAddress", true)
			p.Failf("instances of the launch configuration get public IPv4 addresses")
		}
	}),
}
