package iam

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// RootMFA asks for a second factor on the root user's sign-in.
var RootMFA = &checks.Check{
	ID:       "aws-iam-root-mfa",
	Title:    "The root user signs in with MFA",
	Why:      "Whoever learns the root user's password, or takes over its mailbox, owns the account. A second factor is what stands in between.",
	Severity: checks.Critical,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Sign in as the root user > account name > Security credentials > Multi-factor authentication > Assign MFA device. For members of an organization: remove the root credentials instead (IAM > Root access management).",
		CLI:       "aws iam enable-organizations-root-credentials-management && aws sts assume-root --target-principal <member-account> --task-policy-arn arn=arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials",
		Terraform: "# MFA of the root user cannot be set here. This takes the root credentials of all members of an organization away:\nresource \"aws_iam_organizations_features\" \"example\" {\n  enabled_features = [\"RootCredentialsManagement\", \"RootSessions\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.5"}},
	Aliases:  []string{"prowler:iam_root_mfa_enabled", "securityhub:IAM.9"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html",
	Needs:    []inventory.Source{iam.RootSummary},
	Run: checks.Each(iam.Roots, func(p *checks.Probe, r *iam.Root) {
		if s, ok := r.Summary.Get(p); ok {
			rootWithoutMFA(p, s)
		}
	}),
}

// rootWithoutMFA fails a root user that has a password and no second factor.
// One whose credentials were removed centrally cannot have a factor, nor needs
// it.
func rootWithoutMFA(p *checks.Probe, s iam.Summary) {
	mfa, ok := s.MFA.Get(p)
	if !ok || mfa {
		return
	}
	password, ok := s.Password.Get(p)
	switch {
	case ok && password:
		p.Evidence("accountMFAEnabled", false)
		p.Failf("the root user has a password and no MFA device")
	case ok:
		p.Skipf("the root user has no password: its credentials were removed")
	}
}
