package cloudwatch

import (
	"demarc/checks"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

// AlarmActions asks that something be done when an alarm goes off. An alarm
// that a composite one follows needs no action of its own.
var AlarmActions = &checks.Check{
	ID:       "aws-cloudwatch-alarm-actions",
	Title:    "CloudWatch alarms take an action when they go off",
	Why:      "An alarm without an action changes its colour on a page that nobody looks at.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "CloudWatch > Alarms > the alarm > Actions > Edit > Configure actions: *In alarm*, notify an SNS topic.",
		CLI:       "aws cloudwatch put-metric-alarm --alarm-name <alarm> --metric-name <metric> --namespace <namespace> --statistic <statistic> --period <seconds> --evaluation-periods <n> --threshold <value> --comparison-operator <operator> --alarm-actions <topic-arn>",
		Terraform: "resource \"aws_cloudwatch_metric_alarm\" \"example\" {\n  alarm_name          = \"example\"\n  metric_name         = \"Errors\"\n  namespace           = \"AWS/Lambda\"\n  statistic           = \"Sum\"\n  period              = 300\n  evaluation_periods  = 1\n  threshold           = 1\n  comparison_operator = \"GreaterThanOrEqualToThreshold\"\n  alarm_actions       = [aws_sns_topic.alarms.arn]\n}",
	},
	Aliases: []string{"prowler:cloudwatch_alarm_actions_alarm_state_configured", "securityhub:CloudWatch.15"},
	Link:    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html",
	Needs:   []inventory.Source{cloudwatch.Alarms},
	Run: checks.Each(cloudwatch.Alarms, func(p *checks.Probe, a *cloudwatch.Alarm) {
		some := want{kind: anything}
		if acts, ok := some.by(p.Inv, a, 0).Get(p); ok && !acts {
			p.Evidence("alarmActions", "none")
			p.Absentf("no action is set for the state ALARM, and no composite alarm with an action follows the alarm")
		}
	}),
}
