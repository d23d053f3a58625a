package organizations

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/organizations"
	"demarc/providers/inventory"
)

// DelegatedAdministrators asks that services be run from member accounts.
var DelegatedAdministrators = &checks.Check{
	ID:       "aws-organizations-delegated-administrators",
	Title:    "Member accounts administer the services that are integrated with the organization",
	Why:      "What is not delegated is done in the management account, which no service control policy limits. The fewer people sign in there, the better.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "In the management account, on the service's own page (GuardDuty, Security Hub, IAM Access Analyzer): Settings > Delegated administrator.",
		CLI:       "aws organizations register-delegated-administrator --account-id <security-account> --service-principal access-analyzer.amazonaws.com",
		Terraform: "resource \"aws_organizations_delegated_administrator\" \"example\" {\n  account_id        = \"<security-account>\"\n  service_principal = \"access-analyzer.amazonaws.com\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.1.6"}},
	Aliases:  []string{"prowler:organizations_delegated_administrators"},
	Link:     "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html",
	Needs:    []inventory.Source{organizations.AccountOrganization, organizations.DelegatedAdministrators},
	Run: checks.Each(organizations.Accounts, func(p *checks.Probe, a *organizations.Account) {
		if !member(p, a) {
			return
		}
		var who []string
		var hidden inventory.Gaps
		for row := range organizations.DelegatedAdministrators.All(p.Inv, &hidden) {
			who = append(who, row.ID)
		}
		if len(who) > 0 {
			p.Evidence("delegatedAdministrators", who)
			return
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		p.Evidence("delegatedAdministrators", "none")
		p.Absentf("no account is a delegated administrator of any service")
	}),
}

// PolicyDelegation asks that the organization's policies be managed from a
// member account.
var PolicyDelegation = &checks.Check{
	ID:       "aws-organizations-policy-delegation",
	Title:    "A member account may manage the organization's policies",
	Why:      "Who writes the organization's policies would otherwise have to work in the management account, with everything else that is possible there.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "In the management account: AWS Organizations > Settings > Delegated administrator for AWS Organizations > Delegate.",
		CLI:       "aws organizations put-resource-policy --content file://delegation.json",
		Terraform: "resource \"aws_organizations_resource_policy\" \"example\" {\n  content = jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [{\n      Effect    = \"Allow\"\n      Principal = { AWS = \"arn:aws:iam::<policy-account>:root\" }\n      Action    = [\"organizations:CreatePolicy\", \"organizations:UpdatePolicy\", \"organizations:AttachPolicy\", \"organizations:DetachPolicy\", \"organizations:List*\", \"organizations:Describe*\"]\n      Resource  = \"*\"\n    }]\n  })\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.1.5"}},
	Aliases:  []string{"prowler:organizations_delegated_administrators"},
	Link:     "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_delegate_policies.html",
	Needs:    []inventory.Source{organizations.AccountOrganization, organizations.AccountDelegation},
	Run: checks.Each(organizations.Accounts, func(p *checks.Probe, a *organizations.Account) {
		if !member(p, a) {
			return
		}
		if delegated, ok := a.Delegation.Get(p); ok && !delegated {
			p.Evidence("resourcePolicy", "none")
			p.Failf("the organization has no delegation policy")
		}
	}),
}
