package config

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/config"
	"demarc/providers/inventory"
)

// RecorderEnabled asks that every region record its configuration. That the
// types of IAM may be left out, but in one region, is GlobalResources' matter.
var RecorderEnabled = &checks.Check{
	ID:       "aws-config-recorder-enabled",
	Title:    "AWS Config records all supported resource types in every region",
	Why:      "Without the recorder nobody can say what was changed, when, or what it looked like before; rules and Security Hub have nothing to go by.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "AWS Config > Settings > Edit (in each region): record all resource types, with a bucket as delivery channel; then Start recording.",
		CLI:       "aws configservice put-configuration-recorder --configuration-recorder name=default,roleARN=<role-arn> --recording-group allSupported=true && aws configservice put-delivery-channel --delivery-channel name=default,s3BucketName=<bucket> && aws configservice start-configuration-recorder --configuration-recorder-name default",
		Terraform: "resource \"aws_config_configuration_recorder\" \"example\" {\n  role_arn = aws_iam_service_linked_role.config.arn\n\n  recording_group {\n    all_supported = true\n  }\n}\n\nresource \"aws_config_delivery_channel\" \"example\" {\n  s3_bucket_name = aws_s3_bucket.config.id\n}\n\nresource \"aws_config_configuration_recorder_status\" \"example\" {\n  name       = aws_config_configuration_recorder.example.name\n  is_enabled = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.3"}, frameworks.FSBP: {"Config.1"}},
	Aliases:  []string{"prowler:config_recorder_all_regions_enabled", "securityhub:Config.1"},
	Link:     "https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html",
	Needs:    []inventory.Source{config.RecorderStatus, config.DeliveryChannels},
	Run: checks.Regions(func(p *checks.Probe) {
		found := false
		for r := range config.Recorders.In(p.Inv, p, p.Region) {
			found = true
			judge(p, r)
		}
		if !found {
			p.Evidence("recorder", "none")
			p.Absentf("no configuration recorder is set up")
			return
		}
		for range config.DeliveryChannels.In(p.Inv, p, p.Region) {
			return
		}
		p.Evidence("deliveryChannel", "none")
		p.Absentf("the recorder has no delivery channel")
	}),
}

func judge(p *checks.Probe, r *config.Recorder) {
	if scope, ok := r.Scope.Get(p); ok {
		excluded, all := scope.Unrecorded()
		switch {
		case !all:
			p.Evidence("strategy", scope.Strategy)
			p.Failf("the recorder records a list of resource types, not all")
		case len(excluded) > 0:
			p.Evidence("excludedTypes", excluded)
			p.Failf("the recorder leaves out %s", strings.Join(excluded, ", "))
		}
	}
	s, ok := r.Status.Get(p)
	switch {
	case ok && !s.Recording:
		p.Evidence("recording", false)
		p.Failf("the recorder is stopped")
	case ok && s.Last == "Failure":
		p.Evidence("lastStatus", s.Last)
		p.Evidence("lastErrorCode", s.ErrorCode)
		p.Failf("the recorder failed when it last recorded")
	}
}
