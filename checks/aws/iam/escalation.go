package iam

import (
	"demarc/checks"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

const escalationLink = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"

// escalation fails a principal that is no administrator and can make itself
// one, or gain what another identity may do.
func escalation(p *checks.Probe, h held) {
	admin, ok := h.decide(policy.IsAdmin).Get(p)
	if !ok {
		return
	}
	if admin {
		p.Skipf("it is an administrator already")
		return
	}
	if can, ok := h.decide(escalates).Get(p); ok && can {
		ways := escalations(h.effective(h.docs, h.boundary))
		p.Evidence("ways", ways)
		p.Failf("the policies in effect open a way to higher permissions (%d in all): %s", len(ways), ways[0])
	}
}

// UserEscalation asks that no user can raise its own permissions.
var UserEscalation = &checks.Check{
	ID:       "aws-iam-user-no-escalation",
	Title:    "No IAM user can give itself higher permissions",
	Why:      "Some permissions are as good as all of them: to write a policy, to take a role into a function of one's own, to make a key for somebody else. Policies that hold them look harmless.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Users > the user > Permissions: narrow the actions in the evidence to named resources, or set a permissions boundary.",
		CLI:       "aws iam put-user-permissions-boundary --user-name <user> --permissions-boundary <policy-arn>",
		Terraform: "resource \"aws_iam_user\" \"example\" {\n  name                 = \"example\"\n  permissions_boundary = aws_iam_policy.boundary.arn\n}",
	},
	Aliases: []string{"prowler:iam_policy_allows_privilege_escalation", "prowler:iam_inline_policy_allows_privilege_escalation"},
	Link:    escalationLink,
	Needs:   []inventory.Source{iam.Users, iam.Groups, iam.Policies},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		escalation(p, ofUser(p.Inv, u))
	}),
}

// RoleEscalation asks that no role can raise its own permissions.
var RoleEscalation = &checks.Check{
	ID:       "aws-iam-role-no-escalation",
	Title:    "No role can give itself higher permissions",
	Why:      "Some permissions are as good as all of them: to write a policy, to pass a role to an instance or a function of one's own, to change who may assume a role. A job that was taken over goes on from there.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Roles > the role > Permissions: narrow the actions in the evidence to named resources, add iam:PassedToService to iam:PassRole, or set a permissions boundary. For a role of IAM Identity Center, do so in its permission set.",
		CLI:       "aws iam put-role-permissions-boundary --role-name <role> --permissions-boundary <policy-arn>",
		Terraform: "resource \"aws_iam_role\" \"example\" {\n  name                 = \"example\"\n  permissions_boundary = aws_iam_policy.boundary.arn\n  assume_role_policy   = data.aws_iam_policy_document.trust.json\n}",
	},
	Aliases: []string{"prowler:iam_policy_allows_privilege_escalation", "prowler:iam_inline_policy_allows_privilege_escalation"},
	Link:    escalationLink,
	Needs:   []inventory.Source{iam.Roles, iam.Policies},
	Run: checks.Each(iam.Roles, func(p *checks.Probe, r *iam.Role) {
		if r.ServiceLinked() { // the policies of IAM Identity Center's roles are the customer's
			p.Skipf("%s", r.Managed())
			return
		}
		escalation(p, ofRole(p.Inv, r))
	}),
}
