package guardduty

import (
	"demarc/checks"
	"demarc/providers/aws/guardduty"
	"demarc/providers/inventory"
)

// CentrallyManaged asks that findings be seen in one place.
var CentrallyManaged = &checks.Check{
	ID:       "aws-guardduty-centrally-managed",
	Title:    "GuardDuty detectors have an administrator account, or administer others",
	Why:      "An account on its own can switch its detector off, or archive its findings, and nobody else sees them.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "In the organization's management account: GuardDuty > Settings > Delegated administrator; then, as the administrator: GuardDuty > Accounts > add the account.",
		CLI:       "aws guardduty create-members --detector-id <administrators-detector-id> --account-details AccountId=<account>,Email=<email>",
		Terraform: "resource \"aws_guardduty_organization_admin_account\" \"example\" {\n  admin_account_id = var.security_account\n}",
	},
	Aliases: []string{"prowler:guardduty_centrally_managed"},
	Link:    "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_accounts.html",
	Needs:   []inventory.Source{guardduty.DetectorAdministrator, guardduty.DetectorMembers},
	Run: checks.Each(guardduty.Detectors, func(p *checks.Probe, d *guardduty.Detector) {
		managed := inventory.Or(inventory.Map(d.Administrator, func(a string) bool { return a != "" }), d.Members)
		if yes, ok := managed.Get(p); ok && !yes {
			p.Evidence("administratorAccount", "none")
			p.Failf("the detector has no administrator account and administers no other")
		}
	}),
}
