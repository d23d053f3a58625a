package macie2

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/macie2"
	"demarc/providers/inventory"
)

// Enabled asks that sensitive data be looked for in every region.
var Enabled = &checks.Check{
	ID:       "aws-macie2-enabled",
	Title:    "Macie is on in every region",
	Why:      "Nobody guards data that nobody knows of: Macie finds personal data and secrets in buckets, and buckets that are open.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Amazon Macie (in each region) > Get started > Enable Macie; where it is paused: Settings > Resume Macie.",
		CLI:       "aws macie2 enable-macie --status ENABLED --region <region>",
		Terraform: "resource \"aws_macie2_account\" \"example\" {\n  status = \"ENABLED\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"3.1.3"}, frameworks.FSBP: {"Macie.1"}},
	Aliases:  []string{"prowler:macie_is_enabled", "securityhub:Macie.1"},
	Link:     "https://docs.aws.amazon.com/macie/latest/user/getting-started.html",
	Needs:    []inventory.Source{macie2.Sessions},
	Run: checks.Regions(func(p *checks.Probe) {
		for m := range macie2.Sessions.In(p.Inv, p, p.Region) {
			if status, ok := m.Status.Get(p); ok && status != "ENABLED" {
				p.Evidence("status", status)
				p.Failf("Macie is suspended")
			}
			return
		}
		p.Evidence("session", "none")
		p.Absentf("Macie is not on")
	}),
}
