package securityhub

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/securityhub"
	"demarc/providers/inventory"
)

// Enabled asks that Security Hub be on in every region.
var Enabled = &checks.Check{
	ID:       "aws-securityhub-enabled",
	Title:    "Security Hub is on in every region",
	Why:      "Security Hub brings the findings of GuardDuty, Macie, Inspector and the standards together. Those of a region where it is off wait for somebody to look there.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Security Hub CSPM (in each region) > Go to Security Hub CSPM > Enable Security Hub CSPM.",
		CLI:       "aws securityhub enable-security-hub --enable-default-standards --region <region>",
		Terraform: "resource \"aws_securityhub_account\" \"example\" {}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.16"}},
	Aliases:  []string{"prowler:securityhub_enabled"},
	Link:     "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html",
	Needs:    []inventory.Source{securityhub.Hubs},
	Run: checks.Regions(func(p *checks.Probe) {
		for range securityhub.Hubs.In(p.Inv, p, p.Region) {
			return
		}
		p.Evidence("hub", "none")
		p.Absentf("Security Hub is not on")
	}),
}
