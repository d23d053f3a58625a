package cloudtrail

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/inventory"
)

// MultiRegion asks that one trail log all management events everywhere. A
// trail of the organization's satisfies it as well as one of the account's.
var MultiRegion = &checks.Check{
	ID:       "aws-cloudtrail-multi-region-management-events",
	Title:    "A trail that is switched on logs all management events of every region",
	Why:      "What happens in a region that nobody watches, or is only read, leaves no trace that outlasts the 90 days of the event history.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "CloudTrail > Trails > the trail (trails made in the console log every region) > Management events > Edit: Read and Write, and no event source excluded; then Start logging.",
		CLI:       "aws cloudtrail update-trail --name <trail> --is-multi-region-trail && aws cloudtrail put-event-selectors --trail-name <trail> --event-selectors '[{\"ReadWriteType\":\"All\",\"IncludeManagementEvents\":true}]' && aws cloudtrail start-logging --name <trail>",
		Terraform: "resource \"aws_cloudtrail\" \"example\" {\n  name                  = \"example\"\n  s3_bucket_name        = aws_s3_bucket.trail.id\n  is_multi_region_trail = true\n  enable_logging        = true\n\n  event_selector {\n    read_write_type           = \"All\"\n    include_management_events = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.1"}, frameworks.FSBP: {"CloudTrail.1"}},
	Aliases:  []string{"prowler:cloudtrail_multi_region_enabled", "prowler:cloudtrail_multi_region_enabled_logging_management_events", "securityhub:CloudTrail.1"},
	Link:     "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html",
	Needs:    []inventory.Source{cloudtrail.TrailStatus, cloudtrail.TrailSelectors},
	Run: checks.Account(func(p *checks.Probe) {
		found, names := some(p, cloudtrail.Everywhere, func(t *cloudtrail.Trail) inventory.Known[bool] { return t.Management("") })
		if !found {
			p.Evidence("multiRegionTrails", names)
			p.Absentf("no trail that is switched on logs all management events, reads and writes, of every region")
		}
	}),
}
