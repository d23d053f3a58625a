package iam

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// RootHardwareMFA asks that no virtual device be the root user's second factor.
var RootHardwareMFA = &checks.Check{
	ID:       "aws-iam-root-hardware-mfa",
	Title:    "The root user signs in with a hardware MFA device or a passkey",
	Why:      "The seed of a virtual MFA device lives on a phone that is lost, replaced, backed up and attacked like any other. A device of its own keeps the most powerful user apart.",
	Severity: checks.Critical,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Sign in as the root user > account name > Security credentials > Multi-factor authentication: assign a passkey, security key or hardware TOTP token, then remove the virtual device.",
		CLI:       "aws iam enable-organizations-root-credentials-management && aws sts assume-root --target-principal <member-account> --task-policy-arn arn=arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials",
		Terraform: "# MFA of the root user cannot be set here. This takes the root credentials of all members of an organization away:\nresource \"aws_iam_organizations_features\" \"example\" {\n  enabled_features = [\"RootCredentialsManagement\", \"RootSessions\"]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.6"}, frameworks.FSBP: {"IAM.6"}},
	Aliases:  []string{"prowler:iam_root_hardware_mfa_enabled", "securityhub:IAM.6"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-hw-mfa-for-root.html",
	Needs:    []inventory.Source{iam.RootSummary, iam.RootVirtualMFA},
	Run: checks.Each(iam.Roots, func(p *checks.Probe, r *iam.Root) {
		if virtual, ok := r.VirtualMFA.Get(p); ok && len(virtual) > 0 {
			p.Evidence("virtualDevices", virtual)
			p.Failf("the root user has a virtual MFA device")
		}
		if s, ok := r.Summary.Get(p); ok {
			rootWithoutMFA(p, s)
		}
	}),
}
