package cloudtrail

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

// LogGroup asks that events arrive where alarms can be raised on them.
var LogGroup = &checks.Check{
	ID:       "aws-cloudtrail-cloudwatch-logs",
	Title:    "Trails deliver their events to CloudWatch Logs",
	Why:      "Log files in a bucket are for looking back. Metric filters and alarms need the events in a log group, minutes after they happen.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "CloudTrail > Trails > the trail > CloudWatch Logs > Edit: Enabled, with a log group and a role that may write to it.",
		CLI:       "aws cloudtrail update-trail --name <trail> --cloud-watch-logs-log-group-arn <log-group-arn> --cloud-watch-logs-role-arn <role-arn>",
		Terraform: "resource \"aws_cloudtrail\" \"example\" {\n  name                       = \"example\"\n  s3_bucket_name             = aws_s3_bucket.trail.id\n  cloud_watch_logs_group_arn = \"${aws_cloudwatch_log_group.trail.arn}:*\"\n  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudTrail.5"}},
	Aliases:  []string{"prowler:cloudtrail_cloudwatch_logging_enabled", "securityhub:CloudTrail.5"},
	Link:     "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html",
	Needs:    []inventory.Source{cloudtrail.TrailStatus},
	Run: checks.Each(cloudtrail.Trails, func(p *checks.Probe, t *cloudtrail.Trail) {
		group, ok := t.LogGroupARN.Get(p)
		if ok && group == "" {
			p.Evidence("cloudWatchLogsLogGroupArn", "none")
			p.Failf("no log group is set")
			return
		}
		if s, ok := t.Status.Get(p); ok && s.LogsError != "" {
			p.Evidence("latestCloudWatchLogsDeliveryError", s.LogsError)
			p.Failf("delivery to the log group fails")
		}
	}),
}
