package autoscaling

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

// GroupLaunchTemplate asks that groups launch from templates.
var GroupLaunchTemplate = &checks.Check{
	ID:       "aws-autoscaling-group-launch-template",
	Title:    "Auto Scaling groups launch from a launch template",
	Why:      "Launch configurations get no new features and no new instance types, cannot be versioned or changed, and new accounts cannot make them: each change is a new one, and old settings stay for want of it.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Launch Configurations > the configuration > Actions > Copy to launch template; then EC2 > Auto Scaling Groups > the group > Details > Launch configuration > Edit > Switch to launch template.",
		CLI:       "aws autoscaling update-auto-scaling-group --auto-scaling-group-name <group> --launch-template \"LaunchTemplateId=<template>,Version=\\$Default\"",
		Terraform: "resource \"aws_autoscaling_group\" \"example\" {\n  min_size = 2\n  max_size = 4\n\n  launch_template {\n    id      = aws_launch_template.example.id\n    version = aws_launch_template.example.latest_version\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"AutoScaling.9"}},
	Aliases:  []string{"prowler:autoscaling_group_using_ec2_launch_template", "securityhub:AutoScaling.9"},
	Link:     "https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html",
	Needs:    []inventory.Source{autoscaling.Groups},
	Run: checks.Each(autoscaling.Groups, func(p *checks.Probe, g *autoscaling.Group) {
		if !judged(p, g) {
			return
		}
		if name, ok := g.LaunchConfiguration.Get(p); ok && name != "" {
			p.Evidence("launchConfiguration", name)
			p.Failf("the group launches from the launch configuration %s", name)
		}
	}),
}
