package iam

import (
	"slices"

	"demarc/checks"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

// onAllRoles fails a policy that allows an action on all roles of the account,
// or on all but some that a Deny names. A condition on the action counts as a
// limit.
func onAllRoles(action string) func(*checks.Probe, policy.Document) {
	return func(p *checks.Probe, d policy.Document) {
		granting, denying := d, allowAll
		granting.Statements, denying.Statements, denying.Version = nil, slices.Clone(allowAll.Statements), d.Version
		for _, s := range d.Statements {
			if s.Effect == policy.Allow {
				granting.Statements = append(granting.Statements, s)
			} else {
				denying.Statements = append(denying.Statements, s)
			}
		}
		granted := false
		for _, partition := range partitions { // a policy's ARNs are all of one
			role := "arn:" + partition + ":iam::" + p.Inv.Account + ":role/"
			granted = granted || allows(granting, action, role+"*")
			if !allows(denying, action, role+probe) {
				return
			}
		}
		if granted {
			p.Evidence("action", action)
			p.Failf("the policy allows %s on every role", action)
		}
	}
}

// probe is the name of a role that no policy names.
const probe = "demarc-probe-5b1f0c"

const assumeTerraform = "resource \"aws_iam_policy\" \"example\" {\n  name = \"example\"\n  policy = jsonencode({\n    Version   = \"2012-10-17\"\n    Statement = [{ Effect = \"Allow\", Action = [\"sts:AssumeRole\"], Resource = [aws_iam_role.task.arn] }]\n  })\n}"

// PolicyAssumeRole asks that policies name the roles to assume.
var PolicyAssumeRole = &checks.Check{
	ID:       "aws-iam-policy-assume-named-roles",
	Title:    "Customer-managed policies allow assuming named roles only",
	Why:      "Who may assume every role becomes whatever the most powerful role with a trusting policy is, those of other accounts included.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: policyConsole + "list the ARNs of the roles that sts:AssumeRole is needed for.", CLI: policyCLI, Terraform: assumeTerraform,
	},
	Aliases: []string{"prowler:iam_no_custom_policy_permissive_role_assumption"},
	Link:    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
	Needs:   []inventory.Source{iam.Policies},
	Run:     eachPolicy(onAllRoles("sts:AssumeRole")),
}

// InlineAssumeRole asks the same of inline policies.
var InlineAssumeRole = &checks.Check{
	ID:       "aws-iam-inline-policy-assume-named-roles",
	Title:    "Inline policies allow assuming named roles only",
	Why:      "Who may assume every role becomes whatever the most powerful role with a trusting policy is, those of other accounts included.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: inlineConsole + "list the ARNs of the roles that sts:AssumeRole is needed for.", CLI: inlineCLI, Terraform: assumeTerraform,
	},
	Aliases: []string{"prowler:iam_no_custom_policy_permissive_role_assumption"},
	Link:    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
	Needs:   []inventory.Source{iam.InlinePolicies},
	Run:     eachInline(onAllRoles("sts:AssumeRole")),
}

const passTerraform = "resource \"aws_iam_policy\" \"example\" {\n  name = \"example\"\n  policy = jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [{\n      Effect    = \"Allow\"\n      Action    = [\"iam:PassRole\"]\n      Resource  = [aws_iam_role.task.arn]\n      Condition = { StringEquals = { \"iam:PassedToService\" = \"ecs-tasks.amazonaws.com\" } }\n    }]\n  })\n}"

// PolicyPassRole asks that policies name the roles to pass to services.
var PolicyPassRole = &checks.Check{
	ID:       "aws-iam-policy-pass-named-roles",
	Title:    "Customer-managed policies allow passing named roles only",
	Why:      "Who may pass every role to a service runs code there with the permissions of the most powerful one.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: policyConsole + "list the ARNs of the roles that iam:PassRole is needed for, and add the condition iam:PassedToService.", CLI: policyCLI, Terraform: passTerraform,
	},
	Link:  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
	Needs: []inventory.Source{iam.Policies},
	Run:   eachPolicy(onAllRoles("iam:PassRole")),
}

// InlinePassRole asks the same of inline policies.
var InlinePassRole = &checks.Check{
	ID:       "aws-iam-inline-policy-pass-named-roles",
	Title:    "Inline policies allow passing named roles only",
	Why:      "Who may pass every role to a service runs code there with the permissions of the most powerful one.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: inlineConsole + "list the ARNs of the roles that iam:PassRole is needed for, and add the condition iam:PassedToService.", CLI: inlineCLI, Terraform: passTerraform,
	},
	Link:  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
	Needs: []inventory.Source{iam.InlinePolicies},
	Run:   eachInline(onAllRoles("iam:PassRole")),
}

// notAction fails a policy that allows whatever it does not name, on all
// resources.
func notAction(p *checks.Probe, d policy.Document) {
	for _, s := range d.Statements {
		if s.Effect != policy.Allow || len(s.NotActions) == 0 || len(s.NotResources) == 0 && !policy.AllResources(s) {
			continue
		}
		p.Evidence("statement", s.Index+1)
		p.Evidence("notAction", s.NotActions)
		p.Failf("statement %d allows every action but %s", s.Index+1, joined(s.NotActions[:min(3, len(s.NotActions))]))
	}
}

const notActionLink = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"

// PolicyNotAction asks that policies allow what they name.
var PolicyNotAction = &checks.Check{
	ID:       "aws-iam-policy-no-allow-not-action",
	Title:    "Customer-managed policies allow what they name, not all but what they name",
	Why:      "Allow with NotAction gives every action that was forgotten in the list, and every one that AWS adds later.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: policyConsole + "replace NotAction by Action with the list of what is needed, or put the exceptions into a Deny.", CLI: policyCLI, Terraform: policyTerraform,
	},
	Link:  notActionLink,
	Needs: []inventory.Source{iam.Policies},
	Run:   eachPolicy(notAction),
}

// InlineNotAction asks the same of inline policies.
var InlineNotAction = &checks.Check{
	ID:       "aws-iam-inline-policy-no-allow-not-action",
	Title:    "Inline policies allow what they name, not all but what they name",
	Why:      "Allow with NotAction gives every action that was forgotten in the list, and every one that AWS adds later.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: inlineConsole + "replace NotAction by Action with the list of what is needed, or put the exceptions into a Deny.", CLI: inlineCLI, Terraform: inlineTerraform,
	},
	Link:  notActionLink,
	Needs: []inventory.Source{iam.InlinePolicies},
	Run:   eachInline(notAction),
}
