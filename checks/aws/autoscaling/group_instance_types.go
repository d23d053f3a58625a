package autoscaling

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

// GroupInstanceTypes asks that a group be able to launch something else.
var GroupInstanceTypes = &checks.Check{
	ID:       "aws-autoscaling-group-instance-types",
	Title:    "Auto Scaling groups can launch several instance types",
	Why:      "When AWS has no capacity left of the one type that a group knows, the group cannot grow or replace what failed, just when others are growing too.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Auto Scaling Groups > the group > Details > Instance type requirements > Edit: override the launch template with several types or with attributes.",
		CLI:       "aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group> --mixed-instances-policy file://<policy>.json",
		Terraform: "resource \"aws_autoscaling_group\" \"example\" {\n  min_size = 2\n  max_size = 4\n\n  mixed_instances_policy {\n    launch_template {\n      launch_template_specification {\n        launch_template_id = aws_launch_template.example.id\n      }\n\n      override {\n        instance_type = \"m7g.large\"\n      }\n\n      override {\n        instance_type = \"m6g.large\"\n      }\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"AutoScaling.6"}},
	Aliases:  []string{"prowler:autoscaling_group_multiple_instance_types", "securityhub:AutoScaling.6"},
	Link:     "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html",
	Needs:    []inventory.Source{autoscaling.Groups},
	Run: checks.Each(autoscaling.Groups, func(p *checks.Probe, g *autoscaling.Group) {
		if !judged(p, g) {
			return
		}
		if t, ok := g.InstanceTypes.Get(p); ok && !t.ByAttributes && len(t.Names) < 2 {
			p.Evidence("instanceTypeOverrides", t.Names)
			p.Failf("the group launches one instance type only")
		}
	}),
}
