package autoscaling

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

var minZones = &checks.Param{Name: "minAvailabilityZones", Default: 2, Unit: "zones", Source: "AWS FSBP, AutoScaling.2"}

// GroupZones asks that a group outlive the failure of a zone.
var GroupZones = &checks.Check{
	ID:       "aws-autoscaling-group-zones",
	Title:    "Auto Scaling groups span several Availability Zones",
	Why:      "When the one zone of a group fails, the group cannot launch replacements anywhere else, and all of it is down.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Auto Scaling Groups > the group > Details > Network > Edit: add subnets of further Availability Zones.",
		CLI:       "aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group> --vpc-zone-identifier \"<subnet-a>,<subnet-b>\"",
		Terraform: "resource \"aws_autoscaling_group\" \"example\" {\n  min_size            = 2\n  max_size            = 4\n  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"AutoScaling.2"}},
	Aliases:  []string{"prowler:autoscaling_group_multiple_az", "securityhub:AutoScaling.2"},
	Link:     "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-availability-zone.html",
	Params:   []*checks.Param{minZones},
	Needs:    []inventory.Source{autoscaling.Groups},
	Run: checks.Each(autoscaling.Groups, func(p *checks.Probe, g *autoscaling.Group) {
		if !judged(p, g) {
			return
		}
		if zones, ok := g.Zones.Get(p); ok && len(zones) < p.Int(minZones) {
			p.Evidence("availabilityZones", zones)
			p.Failf("the group launches in %d Availability Zone(s)", len(zones))
		}
	}),
}
