package iam

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

const adminLink = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"

// administrator fails a principal whose policies, taken together and within its
// boundary, amount to every action on every resource.
func administrator(p *checks.Probe, h held) {
	if admin, ok := h.decide(policy.IsAdmin).Get(p); ok && admin {
		p.Evidence("policies", h.by(policy.IsAdmin))
		p.Failf("the policies in effect amount to every action on every resource")
	}
}

// UserAdministrator asks that no IAM user be an administrator.
var UserAdministrator = &checks.Check{
	ID:       "aws-iam-user-no-administrator",
	Title:    "No IAM user is an administrator",
	Why:      "An IAM user has a password or keys that stay valid until somebody changes them. Whoever gets hold of an administrator's owns the account for that long.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM Identity Center > AWS accounts: assign an administrative permission set to a group, then IAM > Users > the user > Permissions: remove the policies that make it an administrator.",
		CLI:       "aws iam detach-user-policy --user-name <user> --policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
		Terraform: "resource \"aws_ssoadmin_managed_policy_attachment\" \"admin\" {\n  instance_arn       = \"<instance-arn>\"\n  managed_policy_arn = \"arn:aws:iam::aws:policy/AdministratorAccess\"\n  permission_set_arn = aws_ssoadmin_permission_set.admin.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.14"}},
	Aliases:  []string{"prowler:iam_user_administrator_access_policy", "prowler:iam_aws_attached_policy_no_administrative_privileges"},
	Link:     adminLink,
	Needs:    []inventory.Source{iam.Users, iam.Groups, iam.Policies},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		administrator(p, ofUser(p.Inv, u))
	}),
}

// GroupAdministrator asks that no group make administrators of its members.
var GroupAdministrator = &checks.Check{
	ID:       "aws-iam-group-no-administrator",
	Title:    "No group makes administrators of IAM users",
	Why:      "Every user that is put into such a group, by whoever may do that, is an administrator with long-lived credentials.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > User groups > the group > Permissions: remove the policy; give administrators a permission set of IAM Identity Center.",
		CLI:       "aws iam detach-group-policy --group-name <group> --policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
		Terraform: "resource \"aws_iam_group_policy_attachment\" \"example\" {\n  group      = aws_iam_group.example.name\n  policy_arn = \"arn:aws:iam::aws:policy/job-function/SystemAdministrator\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.14"}},
	Aliases:  []string{"prowler:iam_group_administrator_access_policy", "prowler:iam_aws_attached_policy_no_administrative_privileges"},
	Link:     adminLink,
	Needs:    []inventory.Source{iam.Groups, iam.Policies},
	Run: checks.Each(iam.Groups, func(p *checks.Probe, g *iam.Group) {
		administrator(p, ofGroup(p.Inv, g))
	}),
}

// RoleAdministrator asks that no role be an administrator.
var RoleAdministrator = &checks.Check{
	ID:       "aws-iam-role-no-administrator",
	Title:    "No role of the customer's own is an administrator",
	Why:      "Whatever may assume the role, a pipeline, an instance, another account, may do everything in this one.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Roles > the role > Permissions: replace the administrative policy by one for the task (Generate policy based on CloudTrail events), and set a permissions boundary.",
		CLI:       "aws iam detach-role-policy --role-name <role> --policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
		Terraform: "resource \"aws_iam_role_policy_attachment\" \"example\" {\n  role       = aws_iam_role.example.name\n  policy_arn = aws_iam_policy.task.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.14"}},
	Aliases:  []string{"prowler:iam_role_administratoraccess_policy", "prowler:iam_aws_attached_policy_no_administrative_privileges"},
	Link:     adminLink,
	Needs:    []inventory.Source{iam.Roles, iam.Policies},
	Run: checks.Each(iam.Roles, func(p *checks.Probe, r *iam.Role) {
		if by := r.Managed(); by != "" {
			p.Skipf("%s", by)
			return
		}
		administrator(p, ofRole(p.Inv, r))
	}),
}

// AdministratorMFA asks for a second factor of every IAM user that is an
// administrator, whether it signs in to the console or uses keys.
var AdministratorMFA = &checks.Check{
	ID:       "aws-iam-administrator-mfa",
	Title:    "IAM users that are administrators have MFA",
	Why:      "One leaked password or key of an administrator without a second factor is the loss of the account.",
	Severity: checks.Critical,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "IAM > Users > the user > Security credentials > Multi-factor authentication (MFA) > Assign MFA device.",
		CLI:       "aws iam enable-mfa-device --user-name <user> --serial-number <device-arn> --authentication-code1 <code> --authentication-code2 <next-code>",
		Terraform: "# A device is enrolled by the person who has it. Until then the user need not be an administrator:\nremoved {\n  from = aws_iam_user_policy_attachment.admin\n  lifecycle {\n    destroy = true\n  }\n}",
	},
	Aliases: []string{"prowler:iam_administrator_access_with_mfa"},
	Link:    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html",
	Needs:   []inventory.Source{iam.UserCredentials, iam.Groups, iam.Policies},
	Run: checks.Each(iam.Users, func(p *checks.Probe, u *iam.User) {
		h := ofUser(p.Inv, u)
		naked := inventory.Then(u.Credentials, func(c iam.Credentials) inventory.Known[bool] {
			reported(p, c)
			usable := []inventory.Known[bool]{c.PasswordEnabled}
			for _, k := range c.Keys {
				usable = append(usable, k.Active)
			}
			return inventory.And(inventory.Or(usable...), inventory.Not(c.MFA))
		})
		if bad, ok := inventory.And(naked, h.decide(policy.IsAdmin)).Get(p); ok && bad {
			p.Evidence("policies", h.by(policy.IsAdmin))
			p.Evidence("mfaActive", false)
			p.Failf("the user is an administrator and has no MFA device")
		}
	}),
}
