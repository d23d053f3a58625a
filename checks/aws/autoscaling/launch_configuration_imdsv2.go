package autoscaling

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/autoscaling"
	"demarc/providers/inventory"
)

// LaunchConfigurationIMDSv2 asks that launch configurations require tokens.
var LaunchConfigurationIMDSv2 = &checks.Check{
	ID:       "aws-autoscaling-launch-configuration-imdsv2",
	Title:    "Launch configurations require IMDSv2",
	Why:      "Every instance that the group launches hands the credentials of its role to any flaw that fetches URLs, as long as version 1 of the metadata service answers.",
	Severity: checks.High,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "EC2 > Launch Configurations > the configuration > Actions > Copy to launch template: Metadata version *V2 only*; switch the group to it. A launch configuration itself cannot be changed.",
		CLI:       "aws autoscaling create-launch-configuration --launch-configuration-name <new> --image-id <image> --instance-type <type> --metadata-options \"HttpTokens=required\"",
		Terraform: "resource \"aws_launch_configuration\" \"example\" {\n  image_id      = data.aws_ami.example.id\n  instance_type = \"t3.micro\"\n\n  metadata_options {\n    http_tokens = \"required\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"AutoScaling.3"}},
	Aliases:  []string{"prowler:autoscaling_group_launch_configuration_requires_imdsv2", "securityhub:AutoScaling.3"},
	Link:     "https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-launch-config.html",
	Needs:    []inventory.Source{autoscaling.LaunchConfigurations},
	Run: checks.Each(autoscaling.LaunchConfigurations, func(p *checks.Probe, l *autoscaling.LaunchConfiguration) {
		is := func(k inventory.Known[string], want string) inventory.Known[bool] {
			return inventory.Map(k, func(v string) bool { return v == want })
		}
		closed := inventory.Or(is(l.HTTPTokens, "required"), is(l.HTTPEndpoint, "disabled"))
		if ok, seen := closed.Get(p); seen && !ok {
			p.Evidence("httpTokens", "optional")
			p.Failf("instances of the launch configuration answer without a token (IMDSv1)")
		}
	}),
}
