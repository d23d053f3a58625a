package config

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/config"
	"demarc/providers/inventory"
)

// ServiceRole asks for the role whose permissions AWS keeps up to date.
var ServiceRole = &checks.Check{
	ID:       "aws-config-service-linked-role",
	Title:    "AWS Config's recorders read with the service-linked role",
	Why:      "A role of one's own lacks the permissions for resource types that are added later: the recorder then misses them without a word.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "AWS Config > Settings > Edit > AWS Config role: use an existing service-linked role.",
		CLI:       "aws configservice put-configuration-recorder --configuration-recorder name=default,roleARN=arn:aws:iam::<account>:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
		Terraform: "resource \"aws_iam_service_linked_role\" \"config\" {\n  aws_service_name = \"config.amazonaws.com\"\n}\n\nresource \"aws_config_configuration_recorder\" \"example\" {\n  role_arn = aws_iam_service_linked_role.config.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"Config.1"}},
	Aliases:  []string{"prowler:config_recorder_using_aws_service_role"},
	Link:     "https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html",
	Needs:    []inventory.Source{config.Recorders},
	Run: checks.Each(config.Recorders, func(p *checks.Probe, r *config.Recorder) {
		role, ok := r.Role.Get(p)
		if ok && !strings.HasSuffix(role, ":role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig") {
			p.Evidence("roleARN", role)
			p.Failf("the recorder reads with another role")
		}
	}),
}
