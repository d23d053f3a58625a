package cloudfront

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/cloudfront"
	"demarc/providers/inventory"
)

// OriginFailover asks for a second origin that steps in for the first.
var OriginFailover = &checks.Check{
	ID:       "aws-cloudfront-distribution-origin-failover",
	Title:    "CloudFront distributions fail over to a second origin",
	Why:      "When the only origin is down, so is the site. An origin group turns to its second member when the first does not answer.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "CloudFront > Distributions > the distribution > Origins > Create origin group: two origins and the failover criteria. Then choose the group in the behavior.",
		CLI:       "aws cloudfront update-distribution --id <distribution-id> --if-match <etag> --distribution-config file://<config-with-origin-group.json>",
		Terraform: "resource \"aws_cloudfront_distribution\" \"example\" {\n  origin_group {\n    origin_id = \"group\"\n    failover_criteria {\n      status_codes = [500, 502, 503, 504]\n    }\n    member {\n      origin_id = \"primary\"\n    }\n    member {\n      origin_id = \"secondary\"\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"CloudFront.4"}},
	Aliases:  []string{"prowler:cloudfront_distributions_multiple_origin_failover_configured", "securityhub:CloudFront.4"},
	Link:     "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html",
	Needs:    []inventory.Source{cloudfront.Distributions},
	Run: checks.Each(cloudfront.Distributions, func(p *checks.Probe, d *cloudfront.Distribution) {
		groups, ok := d.Groups.Get(p)
		behaviors, read := d.Behaviors.Get(p)
		if !ok || !read {
			return
		}
		for _, g := range groups {
			if len(g.Origins) >= 2 && slices.ContainsFunc(behaviors, func(b cloudfront.Behavior) bool { return b.Target == g.ID }) {
				return
			}
		}
		p.Evidence("originGroups", len(groups))
		p.Absentf("no behavior goes to an origin group with two origins")
	}),
}
