package iam

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/inventory"
)

// UserPolicies asks that users get their permissions through groups.
var UserPolicies = &checks.Check{
	ID:       "aws-iam-user-no-policies",
	Title:    "IAM users get their permissions through groups, not policies of their own",
	Why:      "Permissions that hang on single users are forgotten when people change their work, and nobody can tell who may do what.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Users > the user > Permissions: remove each policy that is attached directly or inline, and add the user to a group that has it.",
		CLI:       "aws iam add-user-to-group --user-name <user> --group-name <group>; aws iam detach-user-policy --user-name <user> --policy-arn <policy-arn>; aws iam delete-user-policy --user-name <user> --policy-name <inline-policy>",
		Terraform: "resource \"aws_iam_user_group_membership\" \"example\" {\n  user   = aws_iam_user.example.name\n  groups = [aws_iam_group.example.name]\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.13"}, frameworks.FSBP: {"IAM.2"}},
	Aliases:  []string{"prowler:iam_policy_attached_only_to_group_or_roles", "securityhub:IAM.2"},
	Link:     "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
	Needs:    []inventory.Source{iam.Users},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		var attached, inline []string
		arns, _ := u.Attached.Get(p)
		for _, arn := range arns {
			attached = append(attached, policyName(arn))
		}
		docs, _ := u.Inline.Get(p)
		for _, d := range docs {
			inline = append(inline, d.Name)
		}
		if len(attached) > 0 {
			p.Evidence("attached", attached)
			p.Failf("attached to the user itself: %s", joined(attached))
		}
		if len(inline) > 0 {
			p.Evidence("inline", inline)
			p.Failf("inline in the user: %s", joined(inline))
		}
	}),
}
