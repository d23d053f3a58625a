package ec2

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/inventory"
)

// SpotFleetEncryption asks the same of the launch specifications of Spot Fleets.
var SpotFleetEncryption = &checks.Check{
	ID:       "aws-ec2-spot-fleet-encryption",
	Title:    "EC2 Spot Fleet requests encrypt the EBS volumes that they describe",
	Why:      "A fleet makes and leaves instances by itself. Volumes that its launch specifications describe without encryption are made unencrypted each time.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "EC2 > Spot Requests > Request Spot Instances: make a new request of a launch template with encrypted volumes, and cancel the old one.",
		CLI:       "aws ec2 request-spot-fleet --spot-fleet-request-config file://<config>.json",
		Terraform: "resource \"aws_spot_fleet_request\" \"example\" {\n  iam_fleet_role  = aws_iam_role.fleet.arn\n  target_capacity = 1\n\n  launch_specification {\n    ami           = data.aws_ami.example.id\n    instance_type = \"t3.micro\"\n\n    root_block_device {\n      encrypted = true\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EC2.173"}},
	Aliases:  []string{"securityhub:EC2.173"},
	Link:     "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-fleet.html",
	Needs:    []inventory.Source{ec2.SpotFleets, ec2.EBSEncryption, ec2.Snapshots},
	Run: checks.Each(ec2.SpotFleets, func(p *checks.Probe, f *ec2.SpotFleet) {
		state, ok := f.State.Get(p)
		if !ok {
			return
		}
		if strings.HasPrefix(state, "cancelled") || state == "failed" {
			p.Skipf("the request is in the state %s and launches nothing", state)
			return
		}
		volumes, ok := f.Volumes.Get(p)
		templates, told := f.Templates.Get(p)
		if !ok || !told {
			return
		}
		if plain := plainVolumes(p, f.Region, volumes); len(plain) > 0 {
			p.Evidence("devices", plain)
			p.Failf("the launch specifications describe EBS volumes that are not encrypted")
		}
		switch {
		case len(volumes) > 0:
		case templates > 0:
			unlessEncrypted(p, f.Region, "the fleet launches from a template, which is judged by itself")
		default:
			unlessEncrypted(p, f.Region, "the launch specifications describe no EBS volume: the image does")
		}
	}),
}
