package guardduty

import (
	"demarc/checks"
	"demarc/providers/aws/guardduty"
	"demarc/providers/inventory"
)

// NoSevereFindings asks that what GuardDuty finds be dealt with.
var NoSevereFindings = &checks.Check{
	ID:       "aws-guardduty-no-severe-findings",
	Title:    "GuardDuty has no open findings of high or critical severity",
	Why:      "A finding of high severity says that a resource is most likely taken over. One that stays open is an incident that nobody works on.",
	Severity: checks.High,
	Area:     checks.Response,
	Fix: checks.Fix{
		Console:   "GuardDuty > Findings: filter by severity, deal with each, then Actions > Archive.",
		CLI:       "aws guardduty archive-findings --detector-id <detector-id> --finding-ids <finding-id>",
		Terraform: "# Findings are worked on, not configured. To be told of them:\nresource \"aws_cloudwatch_event_rule\" \"guardduty\" {\n  name = \"guardduty\"\n  event_pattern = jsonencode({\n    source      = [\"aws.guardduty\"]\n    detail-type = [\"GuardDuty Finding\"]\n  })\n}",
	},
	Aliases: []string{"prowler:guardduty_no_high_severity_findings"},
	Link:    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html",
	Needs:   []inventory.Source{guardduty.DetectorSevere},
	Run: checks.Each(guardduty.Detectors, func(p *checks.Probe, d *guardduty.Detector) {
		if severe, ok := d.Severe.Get(p); ok && severe {
			p.Evidence("severity", "7.0 or higher")
			p.Failf("findings of high or critical severity are open")
		}
	}),
}
