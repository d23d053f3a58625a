package config

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/config"
	"demarc/providers/inventory"
)

// GlobalResources asks that one region record what belongs to no region.
var GlobalResources = &checks.Check{
	ID:       "aws-config-global-resources-recorded",
	Title:    "AWS Config records the global resource types of IAM in a region",
	Why:      "Users, groups, roles and policies belong to no region. Where no recorder includes them, their changes are nowhere on record.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "AWS Config > Settings > Edit, in the home region: include globally recorded resource types.",
		CLI:       "aws configservice put-configuration-recorder --configuration-recorder name=default,roleARN=<role-arn> --recording-group allSupported=true,includeGlobalResourceTypes=true",
		Terraform: "resource \"aws_config_configuration_recorder\" \"example\" {\n  role_arn = aws_iam_service_linked_role.config.arn\n\n  recording_group {\n    all_supported                 = true\n    include_global_resource_types = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.3"}},
	Link:     "https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html",
	Needs:    []inventory.Source{config.RecorderStatus},
	Run: checks.Account(func(p *checks.Probe) {
		var hidden inventory.Gaps
		any := inventory.Of(false)
		var regions []string
		for r := range config.Recorders.All(p.Inv, &hidden) {
			any = inventory.Or(any, inventory.And(
				inventory.Map(r.Scope, config.RecordingScope.Global),
				inventory.Map(r.Status, func(s config.Status) bool { return s.Recording })))
			if yes, known := any.Peek(); known && yes {
				return
			}
			regions = append(regions, r.Region)
		}
		any.Get(p)
		for _, g := range hidden {
			p.Missed(g)
		}
		p.Evidence("regionsWithRecorder", regions)
		p.Absentf("no recorder that is on includes the global resource types of IAM")
	}),
}
