package organizations

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

const controlLink = "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html"

// ControlPolicies asks that the organization limit its accounts.
var ControlPolicies = &checks.Check{
	ID:       "aws-organizations-control-policies",
	Title:    "The organization has service control policies of its own in force",
	Why:      "Without them an administrator of a member account may do anything: leave the organization, stop its trail, open its data to the world.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "In the management account: AWS Organizations > Policies > Service control policies > Create policy, then Attach it to a root or an organizational unit.",
		CLI:       "aws organizations attach-policy --policy-id <policy-id> --target-id <root-or-unit-id>",
		Terraform: "resource \"aws_organizations_policy_attachment\" \"example\" {\n  policy_id = aws_organizations_policy.guardrails.id\n  target_id = aws_organizations_organizational_unit.workloads.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.1.2"}},
	Link:     controlLink,
	Needs:    []inventory.Source{organizations.AccountOrganization, organizations.PolicyTargets},
	Run: checks.Each(organizations.Accounts, func(p *checks.Probe, a *organizations.Account) {
		if !member(p, a) {
			return
		}
		var hidden inventory.Gaps
		if own := attachedPolicies(p, &hidden); len(own) > 0 {
			p.Evidence("attachedPolicies", len(own))
			return
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		p.Evidence("attachedPolicies", 0)
		p.Absentf("no service control policy but FullAWSAccess is attached")
	}),
}

// RegionPolicy asks that accounts be kept to the regions in use.
var RegionPolicy = &checks.Check{
	ID:       "aws-organizations-region-policy",
	Title:    "A service control policy keeps accounts to the regions in use",
	Why:      "Regions that nobody watches are where miners and intruders work. A policy that denies them takes them out of reach for everybody.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "In the management account: AWS Organizations > Policies > Service control policies > Create policy: Deny with StringNotEquals on aws:RequestedRegion, global services left out by NotAction. Attach it.",
		CLI:       "aws organizations create-policy --type SERVICE_CONTROL_POLICY --name regions --description regions --content file://regions.json",
		Terraform: "resource \"aws_organizations_policy\" \"regions\" {\n  name = \"regions\"\n  content = jsonencode({\n    Version = \"2012-10-17\"\n    Statement = [{\n      Effect    = \"Deny\"\n      NotAction = [\"iam:*\", \"organizations:*\", \"route53:*\", \"cloudfront:*\", \"support:*\", \"sts:*\"]\n      Resource  = \"*\"\n      Condition = { StringNotEquals = { \"aws:RequestedRegion\" = [\"eu-central-1\"] } }\n    }]\n  })\n}",
	},
	Aliases: []string{"prowler:organizations_scp_check_deny_regions"},
	Link:    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html",
	Needs:   []inventory.Source{organizations.AccountOrganization, organizations.PolicyTargets, organizations.PolicyDocument},
	Run: checks.Each(organizations.Accounts, func(p *checks.Probe, a *organizations.Account) {
		if !member(p, a) {
			return
		}
		var hidden inventory.Gaps
		for _, row := range attachedPolicies(p, &hidden) {
			if d, ok := row.Document.Get(&hidden); ok && limitsRegions(d) {
				p.Evidence("policy", row.Name)
				return
			}
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		p.Evidence("policyOnRegions", "none")
		p.Absentf("no attached service control policy denies regions")
	}),
}

// limitsRegions reports whether a policy denies something by the region that is
// asked for.
func limitsRegions(d policy.Document) bool {
	for _, s := range d.Statements {
		for _, c := range s.Conditions {
			if s.Effect == policy.Deny && strings.EqualFold(c.Key, "aws:RequestedRegion") {
				return true
			}
		}
	}
	return false
}
