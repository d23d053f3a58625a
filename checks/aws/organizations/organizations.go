// Package organizations holds the checks of an account's organization, one to
// a file.
package organizations

import (
	"demarc/checks"
	"demarc/providers/aws/organizations"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	AIOptOut,
	ControlPolicies,
	DelegatedAdministrators,
	ManagementWorkloads,
	Member,
	PolicyDelegation,
	RegionPolicy,
	TagPolicy,
}

// member reports whether the account is in an organization. It skips an account
// that stands alone.
func member(p *checks.Probe, a *organizations.Account) bool {
	o, ok := a.Organization.Get(p)
	if ok && o.ID == "" {
		p.Skipf("the account is in no organization")
	}
	return ok && o.ID != ""
}

// attachedPolicies lists the organization's own service control policies that are attached
// to something; FullAWSAccess, which is AWS's, is none.
func attachedPolicies(p *checks.Probe, r inventory.Reader) (list []*organizations.Policy) {
	for row := range organizations.Policies.All(p.Inv, r) {
		if row.Account == "aws" {
			continue
		}
		if targets, ok := row.Targets.Get(r); ok && len(targets) > 0 {
			list = append(list, row)
		}
	}
	return list
}
