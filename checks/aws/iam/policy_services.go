package iam

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

const leastLink = "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"

// PolicyWholeService asks that policies name actions rather than services.
var PolicyWholeService = &checks.Check{
	ID:       "aws-iam-policy-no-whole-service",
	Title:    "Customer-managed policies do not allow all actions of a service",
	Why:      "All actions of a service include those that delete, that open to the public and that AWS adds later. Few tasks take them all.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: policyConsole + "replace service:* by the actions that are in use (Access Advisor shows them).", CLI: policyCLI, Terraform: policyTerraform,
	},
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"IAM.21"}},
	Aliases:  []string{"securityhub:IAM.21"},
	Link:     leastLink,
	Needs:    []inventory.Source{iam.Policies},
	Run: eachPolicy(func(p *checks.Probe, d policy.Document) {
		var services []string
		for _, w := range policy.FullService(d) {
			if w.Service == "*" {
				services = append(services, "*")
			} else {
				services = append(services, w.Service+":*")
			}
		}
		slices.Sort(services)
		if services = slices.Compact(services); len(services) > 0 {
			p.Evidence("actions", services)
			p.Failf("the policy allows %s", joined(services))
		}
	}),
}

var guarded = &checks.Param{Name: "services", Default: []string{"cloudtrail", "kms"}, Source: "the services on which the evidence and the secrecy of all others hang"}

// guardedServices fails a policy that allows all actions of a guarded service
// on all resources, by whatever way of writing.
func guardedServices(p *checks.Probe, d policy.Document) {
	for _, s := range p.Strings(guarded) {
		all := []string{"*"}
		for _, partition := range partitions {
			all = append(all, "arn:"+partition+":"+s+":*:"+p.Inv.Account+":"+resources(s))
		}
		if allows(d, s+":*", all...) {
			p.Evidence(s, "every action on every resource")
			p.Failf("the policy allows every action of %s", s)
		}
	}
}

// resources is the part of an ARN that stands for what a service guards.
func resources(service string) string {
	switch service {
	case "cloudtrail":
		return "trail/*"
	case "kms":
		return "key/*"
	}
	return "*"
}

// PolicyGuardedServices asks that nobody hold all of CloudTrail or KMS.
var PolicyGuardedServices = &checks.Check{
	ID:       "aws-iam-policy-no-full-cloudtrail-kms",
	Title:    "Customer-managed policies do not allow everything in CloudTrail or KMS",
	Why:      "Full access to CloudTrail includes switching the record of one's own actions off; full access to KMS includes deleting the keys of all data.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: policyConsole + "keep the reading actions, and those that change something on named resources.", CLI: policyCLI, Terraform: policyTerraform,
	},
	Aliases: []string{"prowler:iam_policy_no_full_access_to_cloudtrail", "prowler:iam_policy_no_full_access_to_kms"},
	Link:    leastLink,
	Params:  []*checks.Param{guarded},
	Needs:   []inventory.Source{iam.Policies},
	Run:     eachPolicy(guardedServices),
}

// InlineGuardedServices asks the same of inline policies.
var InlineGuardedServices = &checks.Check{
	ID:       "aws-iam-inline-policy-no-full-cloudtrail-kms",
	Title:    "Inline policies do not allow everything in CloudTrail or KMS",
	Why:      "Full access to CloudTrail includes switching the record of one's own actions off; full access to KMS includes deleting the keys of all data.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: inlineConsole + "keep the reading actions, and those that change something on named resources.", CLI: inlineCLI, Terraform: inlineTerraform,
	},
	Aliases: []string{"prowler:iam_inline_policy_no_full_access_to_cloudtrail", "prowler:iam_inline_policy_no_full_access_to_kms"},
	Link:    leastLink,
	Params:  []*checks.Param{guarded},
	Needs:   []inventory.Source{iam.InlinePolicies},
	Run:     eachInline(guardedServices),
}

const marketplaceLink = "https://docs.aws.amazon.com/marketplace/latest/buyerguide/buyer-iam-users-groups-policies.html"

func marketplace(p *checks.Probe, d policy.Document) {
	if allows(d, "aws-marketplace:Subscribe", "*") {
		p.Evidence("action", "aws-marketplace:Subscribe")
		p.Failf("the policy allows subscribing to any product")
	}
}

// PolicyMarketplace asks that purchases be tied to products.
var PolicyMarketplace = &checks.Check{
	ID:       "aws-iam-policy-no-marketplace-subscribe",
	Title:    "Customer-managed policies do not allow subscribing to any product of AWS Marketplace",
	Why:      "A subscription is a contract, with costs, and brings a third party's software or model into the account.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: policyConsole + "add the condition aws-marketplace:ProductId, or leave aws-marketplace:Subscribe to purchasing.", CLI: policyCLI, Terraform: policyTerraform,
	},
	Aliases: []string{"prowler:iam_policy_no_wildcard_marketplace_subscribe"},
	Link:    marketplaceLink,
	Needs:   []inventory.Source{iam.Policies},
	Run:     eachPolicy(marketplace),
}

// InlineMarketplace asks the same of inline policies.
var InlineMarketplace = &checks.Check{
	ID:       "aws-iam-inline-policy-no-marketplace-subscribe",
	Title:    "Inline policies do not allow subscribing to any product of AWS Marketplace",
	Why:      "A subscription is a contract, with costs, and brings a third party's software or model into the account.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console: inlineConsole + "add the condition aws-marketplace:ProductId, or leave aws-marketplace:Subscribe to purchasing.", CLI: inlineCLI, Terraform: inlineTerraform,
	},
	Aliases: []string{"prowler:iam_inline_policy_no_wildcard_marketplace_subscribe"},
	Link:    marketplaceLink,
	Needs:   []inventory.Source{iam.InlinePolicies},
	Run:     eachInline(marketplace),
}
