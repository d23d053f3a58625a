package iam

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/iam"
)

const consumerWhy = "Nobody in the organization can ask a personal account for a second factor, see its sign-ins, or close it when its owner leaves."

var consumerDomains = &checks.Param{
	Name: "domains", Default: []string{"gmail.com", "googlemail.com"}, Source: "Google Account Help: the domains of accounts that Google gives to consumers; CIS Google Cloud Platform Foundation 5.0, 1.2",
}

// consumers makes a judge of grants to accounts of consumers.
func consumers(p *checks.Probe, policy *iam.Policy) {
	domains := p.Strings(consumerDomains)
	failFor(p, "granted to accounts of consumers", grantsOf(p, policy), func(g grant) bool {
		kind, id := iam.KindOf(g.member)
		return kind == "user" && slices.Contains(domains, strings.ToLower(id[strings.LastIndexByte(id, '@')+1:]))
	})
}

// ProjectConsumerAccounts asks for corporate accounts on a project.
var ProjectConsumerAccounts = &checks.Check{
	ID:       "gcp-iam-project-corporate-accounts",
	Title:    "Roles on the project are held by corporate accounts",
	Why:      consumerWhy,
	Severity: checks.High,
	Area:     checks.Identity,
	Fix:      fixes("project", "users of gmail.com", "<role>", "user:<user>@gmail.com", "<role>", "group:<group>"),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.2"}},
	Link:     "https://cloud.google.com/resource-manager/docs/organization-policy/restricting-domains",
	Params:   []*checks.Param{consumerDomains},
	Needs:    needsProject,
	Run:      onProject(consumers),
}

// OrganizationConsumerAccounts asks for corporate accounts above projects.
var OrganizationConsumerAccounts = &checks.Check{
	ID:       "gcp-iam-organization-corporate-accounts",
	Title:    "Roles on the organization and its folders are held by corporate accounts",
	Why:      consumerWhy,
	Severity: checks.High,
	Area:     checks.Identity,
	Fix:      fixes("organization", "users of gmail.com", "<role>", "user:<user>@gmail.com", "<role>", "group:<group>"),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.2"}},
	Link:     "https://cloud.google.com/resource-manager/docs/organization-policy/restricting-domains",
	Params:   []*checks.Param{consumerDomains},
	Needs:    needsAbove,
	Run:      onAbove(consumers),
}
