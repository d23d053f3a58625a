package guardduty

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/guardduty"
	"demarc/providers/inventory"
)

// Enabled asks that threats be looked for in every region: intruders prefer
// those that nobody uses.
var Enabled = &checks.Check{
	ID:       "aws-guardduty-enabled",
	Title:    "GuardDuty is on in every region",
	Why:      "GuardDuty finds stolen credentials, miners and callers from known bad addresses in logs that nobody reads by hand. It finds nothing where it is off.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "GuardDuty (in each region) > Get started > Enable GuardDuty; for an organization: GuardDuty > Accounts > Auto-enable.",
		CLI:       "aws guardduty create-detector --enable --region <region>",
		Terraform: "resource \"aws_guardduty_detector\" \"example\" {\n  enable = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"GuardDuty.1"}},
	Aliases:  []string{"prowler:guardduty_is_enabled", "securityhub:GuardDuty.1"},
	Link:     "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html",
	Needs:    []inventory.Source{guardduty.DetectorSettings},
	Run:      checks.Regions(func(p *checks.Probe) { watching(p) }),
}

// watching calls look on the settings of the region's detector, if it is on,
// and else fails the region.
func watching(p *checks.Probe, look ...func(guardduty.Settings)) {
	for d := range guardduty.Detectors.In(p.Inv, p, p.Region) {
		set, ok := d.Settings.Get(p)
		switch {
		case !ok:
		case !set.Enabled:
			p.Evidence("detectorStatus", "DISABLED")
			p.Failf("GuardDuty is suspended")
		default:
			for _, l := range look {
				l(set)
			}
		}
		return // a region has one detector at most
	}
	p.Evidence("detector", "none")
	p.Absentf("GuardDuty is not on")
}
