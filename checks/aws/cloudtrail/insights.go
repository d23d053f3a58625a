package cloudtrail

import (
	"demarc/checks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

// Insights asks that some trail look for unusual rates of calls.
var Insights = &checks.Check{
	ID:       "aws-cloudtrail-insights",
	Title:    "A trail that is switched on records Insights events of every region",
	Why:      "Insights compares the rates of calls and of errors with the usual ones: a burst of either is often the first sign of stolen credentials.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "CloudTrail > Trails > the trail > Insights events > Edit: API call rate and API error rate.",
		CLI:       "aws cloudtrail put-insight-selectors --trail-name <trail> --insight-selectors '[{\"InsightType\":\"ApiCallRateInsight\"},{\"InsightType\":\"ApiErrorRateInsight\"}]'",
		Terraform: "resource \"aws_cloudtrail\" \"example\" {\n  name           = \"example\"\n  s3_bucket_name = aws_s3_bucket.trail.id\n\n  insight_selector {\n    insight_type = \"ApiCallRateInsight\"\n  }\n}",
	},
	Aliases: []string{"prowler:cloudtrail_insights_exist"},
	Link:    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html",
	Needs:   []inventory.Source{cloudtrail.TrailStatus},
	Run: checks.Account(func(p *checks.Probe) {
		found, names := some(p, cloudtrail.Everywhere, func(t *cloudtrail.Trail) inventory.Known[bool] { return inventory.And(t.Insights, t.Logging()) })
		if !found {
			p.Evidence("multiRegionTrails", names)
			p.Absentf("no trail that is switched on records Insights events of every region")
		}
	}),
}
