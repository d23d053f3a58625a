package entra

import (
	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

// strict is a policy that asks everybody for a second factor, changed by set.
func strict(set ...func(*policy)) policy {
	c := policy{
		Name: "MFA", State: inventory.Of("enabled"),
		Users:          entra.PolicyUsers{Include: list("All"), Exclude: list("emergency"), IncludeRoles: list(), ExcludeRoles: list(), ExcludeGroups: list(), IncludeGuests: list(), ExcludeGuests: list()},
		Applications:   entra.PolicyApplications{Include: list("All"), Exclude: list()},
		ClientAppTypes: list("all"), SignInRisk: list(), UserRisk: list(), Flows: list(), Narrowed: list(),
		Grant: entra.Grant{Operator: inventory.Of("OR"), Controls: list("mfa"), Strength: inventory.Of(""), Others: inventory.Of(0)},
	}
	for _, f := range set {
		f(&c)
	}
	return c
}

func withPolicies(defaults inventory.Known[bool], all ...policy) *inventory.Inventory {
	return tenant(func(t *entra.Tenant) {
		t.SecurityDefaults, t.ConditionalAccess = defaults, inventory.Of(all)
		t.Licences = inventory.Of(entra.Licences{P1: true, P2: true})
	})
}

// policyCases are those that hold for each check that security defaults
// satisfy too: good makes a policy that is enough, each of bad one that is not.
func policyCases(good policy, bad map[string]func(*policy)) []checktest.Case {
	off := inventory.Of(false)
	cases := []checktest.Case{
		{Name: "security defaults", Have: withPolicies(inventory.Of(true)), Want: pass},
		{Name: "a policy", Have: withPolicies(off, good), Want: pass},
		{Name: "nothing", Have: withPolicies(off), Want: fail},
		{Name: "defaults hidden, a policy", Have: withPolicies(dark[bool](), good), Want: pass},
		{Name: "defaults hidden, nothing", Have: withPolicies(dark[bool]()), Want: unknown},
		{Name: "policies hidden", Have: tenant(func(t *entra.Tenant) { t.SecurityDefaults, t.ConditionalAccess = off, dark[[]policy]() }), Want: unknown},
	}
	for name, f := range bad {
		c := good
		f(&c)
		cases = append(cases, checktest.Case{Name: name, Have: withPolicies(off, c), Want: fail})
	}
	reporting := good
	reporting.State = inventory.Of("enabledForReportingButNotEnforced")
	cases = append(cases, checktest.Case{Name: "for reporting only", Have: withPolicies(off, reporting), Want: fail})
	hidden := good
	hidden.State = dark[string]()
	return append(cases, checktest.Case{Name: "state hidden", Have: withPolicies(off, hidden), Want: []checks.Verdict{checks.Unknown}})
}

// The ways in which a policy falls short.
func toSomeApps(c *policy)   { c.Applications.Include = list("Office365") }
func besidesApp(c *policy)   { c.Applications.Exclude = list(managementAPI) }
func fromSome(c *policy)     { c.Narrowed = list("locations") }
func atRisk(c *policy)       { c.SignInRisk = list("high") }
func toSomeUsers(c *policy)  { c.Users.Include = list("u1") }
func besidesRoles(c *policy) { c.Users.ExcludeRoles = list(entra.GlobalAdministrator) }
func orDevice(c *policy)     { c.Grant.Controls = list("mfa", "compliantDevice") }
func notMFA(c *policy)       { c.Grant.Controls = list("compliantDevice") }
