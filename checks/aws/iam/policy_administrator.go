package iam

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

const policyTerraform = "resource \"aws_iam_policy\" \"example\" {\n  name = \"example\"\n  policy = jsonencode({\n    Version   = \"2012-10-17\"\n    Statement = [{ Effect = \"Allow\", Action = [\"s3:GetObject\"], Resource = [\"arn:aws:s3:::example/*\"] }]\n  })\n}"

const inlineTerraform = "resource \"aws_iam_role_policy\" \"example\" {\n  name = \"example\"\n  role = aws_iam_role.example.id\n  policy = jsonencode({\n    Version   = \"2012-10-17\"\n    Statement = [{ Effect = \"Allow\", Action = [\"s3:GetObject\"], Resource = [\"arn:aws:s3:::example/*\"] }]\n  })\n}"

const (
	policyConsole = "IAM > Policies > the policy > Permissions > Edit: "
	inlineConsole = "IAM > the user, group or role > Permissions > the inline policy > Edit: "
	policyCLI     = "aws iam create-policy-version --policy-arn <policy-arn> --policy-document file://policy.json --set-as-default"
	inlineCLI     = "aws iam put-role-policy --role-name <role> --policy-name <policy> --policy-document file://policy.json"
)

func isAdmin(p *checks.Probe, d policy.Document) bool {
	return policy.IsAdmin(policy.Effective([]policy.Document{d}, nil).In(p.Inv.Account))
}

// PolicyAdministrator asks that no customer-managed policy allow everything.
var PolicyAdministrator = &checks.Check{
	ID:       "aws-iam-policy-no-administrator",
	Title:    "Customer-managed policies do not allow every action on every resource",
	Why:      "A policy that allows everything makes an administrator of whatever it is attached to, and its name seldom says so.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: policyConsole + "name the actions and resources that the task takes.", CLI: policyCLI, Terraform: policyTerraform,
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.14"}, frameworks.FSBP: {"IAM.1"}},
	Aliases: []string{
		"prowler:iam_customer_attached_policy_no_administrative_privileges",
		"prowler:iam_customer_unattached_policy_no_administrative_privileges", "securityhub:IAM.1",
	},
	Link:  adminLink,
	Needs: []inventory.Source{iam.Policies},
	Run: checks.Each(iam.Policies, func(p *checks.Probe, row *iam.Policy) {
		d, ok := row.Document.Get(p)
		if !ok || !isAdmin(p, d) {
			return
		}
		if n, known := row.Attachments.Peek(); known {
			p.Evidence("attachments", n)
			if n == 0 {
				p.Rank(checks.Medium) // it takes one more step to do harm
			}
		}
		p.Evidence("allowsEverything", true)
		p.Failf("the policy allows every action on every resource")
	}),
}

// InlineAdministrator asks that no inline policy allow everything.
var InlineAdministrator = &checks.Check{
	ID:       "aws-iam-inline-policy-no-administrator",
	Title:    "Inline policies do not allow every action on every resource",
	Why:      "An inline policy shows in no list of policies. One that allows everything is an administrator that reviews overlook.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: inlineConsole + "name the actions and resources that the task takes.", CLI: inlineCLI, Terraform: inlineTerraform,
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.14"}, frameworks.FSBP: {"IAM.1"}},
	Aliases:  []string{"prowler:iam_inline_policy_no_administrative_privileges", "securityhub:IAM.1"},
	Link:     adminLink,
	Needs:    []inventory.Source{iam.InlinePolicies},
	Run: eachInline(func(p *checks.Probe, d policy.Document) {
		if isAdmin(p, d) {
			p.Evidence("allowsEverything", true)
			p.Failf("the policy allows every action on every resource")
		}
	}),
}
