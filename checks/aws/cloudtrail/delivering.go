package cloudtrail

import (
	"demarc/checks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

// Delivering asks that a trail that is there does its work.
var Delivering = &checks.Check{
	ID:       "aws-cloudtrail-delivering",
	Title:    "Trails are switched on and deliver their log files",
	Why:      "A trail that was stopped, or that cannot write to its bucket, looks like logging and records nothing.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "CloudTrail > Trails > the trail: Start logging; where delivery fails, mend the policy of the bucket or of the key, or delete a trail that nobody needs.",
		CLI:       "aws cloudtrail start-logging --name <trail>",
		Terraform: "resource \"aws_cloudtrail\" \"example\" {\n  name           = \"example\"\n  s3_bucket_name = aws_s3_bucket.trail.id\n  enable_logging = true\n}",
	},
	Link:  "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html",
	Needs: []inventory.Source{cloudtrail.TrailStatus},
	Run: checks.Each(cloudtrail.Trails, func(p *checks.Probe, t *cloudtrail.Trail) {
		s, ok := t.Status.Get(p)
		switch {
		case ok && !s.Logging:
			p.Evidence("isLogging", false)
			p.Failf("the trail is stopped")
		case ok && s.DeliveryError != "":
			p.Evidence("latestDeliveryError", s.DeliveryError)
			p.Failf("the last delivery to the bucket failed")
		}
	}),
}
