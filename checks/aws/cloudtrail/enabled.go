package cloudtrail

import (
	"demarc/checks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

// Enabled asks that some trail be on: the least that can be asked for.
var Enabled = &checks.Check{
	ID:       "aws-cloudtrail-enabled",
	Title:    "At least one trail is switched on",
	Why:      "Without a trail CloudTrail keeps management events for 90 days only, and no data events at all.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "CloudTrail > Trails > Create trail, or the trail > Start logging.",
		CLI:       "aws cloudtrail start-logging --name <trail>",
		Terraform: "resource \"aws_cloudtrail\" \"example\" {\n  name           = \"example\"\n  s3_bucket_name = aws_s3_bucket.trail.id\n  enable_logging = true\n}",
	},
	Aliases: []string{"securityhub:CloudTrail.3"},
	Link:    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-create-and-update-a-trail.html",
	Needs:   []inventory.Source{cloudtrail.TrailStatus},
	Run: checks.Account(func(p *checks.Probe) {
		found, names := some(p, cloudtrail.Trails.All, func(t *cloudtrail.Trail) inventory.Known[bool] {
			return inventory.Map(t.Status, func(s cloudtrail.Status) bool { return s.Logging })
		})
		if !found {
			p.Evidence("trails", names)
			p.Absentf("no trail is switched on")
		}
	}),
}
