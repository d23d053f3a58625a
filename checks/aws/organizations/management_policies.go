package organizations

import (
	"cmp"

	"demarc/checks"
	"demarc/providers/aws/organizations"
	"demarc/providers/inventory"
)

// AIOptOut asks that AWS not keep content to improve its AI services.
var AIOptOut = &checks.Check{
	ID:       "aws-organizations-ai-opt-out",
	Title:    "A policy opts the account out of AWS keeping content to improve its AI services",
	Why:      "Some AI services keep what they process and use it to get better, in other regions too, unless the organization opts out.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "In the management account: AWS Organizations > Policies > AI services opt-out policies > Enable > Opt out from all services.",
		CLI:       "aws organizations create-policy --type AISERVICES_OPT_OUT_POLICY --name opt-out --description opt-out --content '{\"services\":{\"default\":{\"opt_out_policy\":{\"@@assign\":\"optOut\"}}}}'",
		Terraform: "resource \"aws_organizations_policy\" \"ai\" {\n  name    = \"ai-opt-out\"\n  type    = \"AISERVICES_OPT_OUT_POLICY\"\n  content = jsonencode({ services = { default = { opt_out_policy = { \"@@assign\" = \"optOut\" } } } })\n}",
	},
	Aliases: []string{"prowler:organizations_opt_out_ai_services_policy"},
	Link:    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out.html",
	Needs:   []inventory.Source{organizations.AccountOrganization, organizations.AccountAIOptOut},
	Run: checks.Each(organizations.Accounts, func(p *checks.Probe, a *organizations.Account) {
		if !member(p, a) {
			return
		}
		if choice, ok := a.AIOptOut.Get(p); ok && choice != organizations.OptOut {
			p.Evidence("default", cmp.Or(choice, "none"))
			p.Failf("no opt-out for all AI services is in effect on the account")
		}
	}),
}

// TagPolicy asks that a tag policy be in effect.
var TagPolicy = &checks.Check{
	ID:       "aws-organizations-tag-policy",
	Title:    "A tag policy is in effect on the account",
	Why:      "Tags say whose a resource is and how sensitive. Where everybody spells them differently, no rule and no report can build on them.",
	Severity: checks.Info,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "In the management account: AWS Organizations > Policies > Tag policies > Create policy, then Attach it to a root or an organizational unit.",
		CLI:       "aws organizations create-policy --type TAG_POLICY --name tags --description tags --content file://tags.json",
		Terraform: "resource \"aws_organizations_policy\" \"tags\" {\n  name    = \"tags\"\n  type    = \"TAG_POLICY\"\n  content = jsonencode({ tags = { owner = { tag_key = { \"@@assign\" = \"owner\" } } } })\n}",
	},
	Aliases: []string{"prowler:organizations_tags_policies_enabled_and_attached"},
	Link:    "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies.html",
	Needs:   []inventory.Source{organizations.AccountOrganization, organizations.AccountTagPolicy},
	Run: checks.Each(organizations.Accounts, func(p *checks.Probe, a *organizations.Account) {
		if !member(p, a) {
			return
		}
		if in, ok := a.TagPolicy.Get(p); ok && !in {
			p.Evidence("tagPolicy", "none")
			p.Failf("no tag policy is in effect on the account")
		}
	}),
}
