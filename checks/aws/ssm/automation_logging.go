package ssm

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

// AutomationLogging asks that what the scripts of automations print be kept.
var AutomationLogging = &checks.Check{
	ID:       "aws-ssm-automation-logging",
	Title:    "Systems Manager Automation sends script output to CloudWatch Logs",
	Why:      "Runbooks change machines and accounts. What their scripts did is otherwise gone when the execution's record is.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Systems Manager > Automation > Preferences > Edit: Send output to CloudWatch Logs. It holds for one region.",
		CLI:       "aws ssm update-service-setting --setting-id /ssm/automation/customer-script-log-destination --setting-value CloudWatch",
		Terraform: "resource \"aws_ssm_service_setting\" \"automation_log\" {\n  setting_id    = \"/ssm/automation/customer-script-log-destination\"\n  setting_value = \"CloudWatch\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"SSM.6"}},
	Aliases:  []string{"securityhub:SSM.6"},
	Link:     "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-logging.html",
	Needs:    []inventory.Source{ssm.SettingsAutomationLog},
	Run: checks.Each(ssm.RegionSettings, func(p *checks.Probe, s *ssm.Settings) {
		if v, ok := s.AutomationLog.Get(p); ok && v != "CloudWatch" {
			p.Evidence("logDestination", v)
			p.Failf("the output of automation scripts is not sent to CloudWatch Logs")
		}
	}),
}
