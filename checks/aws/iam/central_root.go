package iam

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// CentralRoot asks that an organization manage its members' root users.
var CentralRoot = &checks.Check{
	ID:       "aws-iam-central-root-access",
	Title:    "The organization manages the root users of its accounts centrally",
	Why:      "Each account's root user is one more password, mailbox and device to guard. Managed centrally, member accounts need no root credentials at all.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "In the management account: IAM > Root access management > Enable; then delete the root credentials of each member.",
		CLI:       "aws organizations enable-aws-service-access --service-principal iam.amazonaws.com && aws iam enable-organizations-root-credentials-management",
		Terraform: "resource \"aws_iam_organizations_features\" \"example\" {\n  enabled_features = [\"RootCredentialsManagement\", \"RootSessions\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.1.1"}},
	Aliases:  []string{"prowler:iam_root_credentials_management_enabled"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-enable-root-access.html",
	Needs:    []inventory.Source{iam.AccountCentralRoot},
	Run: checks.Each(iam.Accounts, func(p *checks.Probe, a *iam.Account) {
		c, ok := a.CentralRoot.Get(p)
		if !ok {
			return
		}
		in, ok := c.InOrganization.Get(p)
		if !ok {
			return
		}
		if !in {
			p.Skipf("the account is in no organization")
			return
		}
		if features, ok := c.Features.Get(p); ok && !slices.Contains(features, "RootCredentialsManagement") {
			p.Evidence("enabledFeatures", features)
			p.Failf("centralized management of root credentials is off")
		}
	}),
}
