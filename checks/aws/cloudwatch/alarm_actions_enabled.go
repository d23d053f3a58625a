package cloudwatch

import (
	"demarc/checks"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

// AlarmActionsEnabled asks that the actions of alarms be switched on.
var AlarmActionsEnabled = &checks.Check{
	ID:       "aws-cloudwatch-alarm-actions-enabled",
	Title:    "CloudWatch alarms have their actions switched on",
	Why:      "Actions are switched off for maintenance and then forgotten: the alarm goes off and tells nobody.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "CloudWatch > Alarms > the alarm > Actions > Alarm actions > Enable.",
		CLI:       "aws cloudwatch enable-alarm-actions --alarm-names <alarm>",
		Terraform: "resource \"aws_cloudwatch_metric_alarm\" \"example\" {\n  alarm_name          = \"example\"\n  metric_name         = \"Errors\"\n  namespace           = \"AWS/Lambda\"\n  statistic           = \"Sum\"\n  period              = 300\n  evaluation_periods  = 1\n  threshold           = 1\n  comparison_operator = \"GreaterThanOrEqualToThreshold\"\n  actions_enabled     = true\n  alarm_actions       = [aws_sns_topic.alarms.arn]\n}",
	},
	Aliases: []string{"prowler:cloudwatch_alarm_actions_enabled", "securityhub:CloudWatch.17"},
	Link:    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_EnableAlarmActions.html",
	Needs:   []inventory.Source{cloudwatch.Alarms},
	Run: checks.Each(cloudwatch.Alarms, func(p *checks.Probe, a *cloudwatch.Alarm) {
		if on, ok := a.ActionsEnabled.Get(p); ok && !on {
			p.Evidence("actionsEnabled", false)
			p.Failf("the alarm's actions are switched off")
		}
	}),
}
