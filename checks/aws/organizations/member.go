package organizations

import (
	"demarc/checks"
	"demarc/providers/aws/organizations"
	"demarc/providers/inventory"
)

// Member asks that the account belong to an organization.
var Member = &checks.Check{
	ID:       "aws-organizations-member",
	Title:    "The account is a member of an organization",
	Why:      "An account on its own has nobody above it: no service control policies, no central trail, no way back in when its administrators are gone.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "In the management account: AWS Organizations > Add an AWS account > Invite an existing account.",
		CLI:       "aws organizations invite-account-to-organization --target Id=<account>,Type=ACCOUNT",
		Terraform: "resource \"aws_organizations_account\" \"example\" {\n  name  = \"example\"\n  email = \"aws-example@example.com\"\n}",
	},
	Aliases: []string{"prowler:organizations_account_part_of_organizations"},
	Link:    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_introduction.html",
	Needs:   []inventory.Source{organizations.AccountOrganization},
	Run: checks.Each(organizations.Accounts, func(p *checks.Probe, a *organizations.Account) {
		if o, ok := a.Organization.Get(p); ok && o.ID == "" {
			p.Evidence("organization", "none")
			p.Failf("the account is in no organization")
		}
	}),
}
