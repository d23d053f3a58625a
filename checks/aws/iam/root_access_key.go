package iam

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// RootAccessKey asks that the root user have no access keys.
var RootAccessKey = &checks.Check{
	ID:       "aws-iam-root-access-key",
	Title:    "The root user has no access keys",
	Why:      "An access key of the root user opens everything in the account, and no policy of the account can limit it. Once leaked, only its removal helps.",
	Severity: checks.Critical,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Sign in as the root user > account name > Security credentials > Access keys: deactivate, then delete each key. In an organization: IAM > Root access management of the management account.",
		CLI:       "aws iam delete-access-key --access-key-id <root-key-id>",
		Terraform: "# Keys of the root user cannot be managed here. This removes them from all members of an organization:\nresource \"aws_iam_organizations_features\" \"example\" {\n  enabled_features = [\"RootCredentialsManagement\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.4"}, frameworks.FSBP: {"IAM.4"}},
	Aliases:  []string{"prowler:iam_no_root_access_key", "securityhub:IAM.4"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
	Needs:    []inventory.Source{iam.RootSummary},
	Run: checks.Each(iam.Roots, func(p *checks.Probe, r *iam.Root) {
		keys := inventory.Then(r.Summary, func(s iam.Summary) inventory.Known[bool] { return s.Keys })
		if has, ok := keys.Get(p); ok && has {
			p.Evidence("accountAccessKeysPresent", true)
			p.Failf("the root user has access keys")
		}
	}),
}
