package cloudwatch

import (
	"demarc/checks"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

var minRetention = &checks.Param{Name: "minRetentionDays", Default: 365, Unit: "days", Source: "Security Hub, CloudWatch.16"}

// LogGroupRetention asks that logs be kept as long as an investigation may
// need. Events that never expire are kept long enough.
var LogGroupRetention = &checks.Check{
	ID:       "aws-logs-log-group-retention",
	Title:    "Log groups keep their events for a year or longer",
	Why:      "Intrusions are often noticed months later: what the logs no longer hold cannot be looked into.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "CloudWatch > Log groups > the group > Actions > Edit retention setting(s): 12 months or longer.",
		CLI:       "aws logs put-retention-policy --log-group-name <log-group> --retention-in-days 365",
		Terraform: "resource \"aws_cloudwatch_log_group\" \"example\" {\n  name              = \"example\"\n  retention_in_days = 365\n}",
	},
	Aliases: []string{"prowler:cloudwatch_log_group_retention_policy_specific_days_enabled", "securityhub:CloudWatch.16"},
	Link:    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
	Params:  []*checks.Param{minRetention},
	Needs:   []inventory.Source{cloudwatch.LogGroups},
	Run: checks.Each(cloudwatch.LogGroups, func(p *checks.Probe, g *cloudwatch.LogGroup) {
		class, ok := g.Class.Get(p)
		if ok && class == "DELIVERY" {
			p.Skipf("events of the class DELIVERY are kept for one day, whatever is set")
			return
		}
		if days, ok2 := g.RetentionDays.Get(p); ok && ok2 && days > 0 && days < p.Int(minRetention) {
			p.Evidence("retentionInDays", days)
			p.Failf("events are deleted after %d days, fewer than %d", days, p.Int(minRetention))
		}
	}),
}
