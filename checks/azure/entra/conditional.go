package entra

import (
	"slices"

	"demarc/checks"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

type (
	policy = entra.ConditionalAccessPolicy
	test   = func(*policy) inventory.Known[bool]
)

// holds makes a test of a list that a policy has.
func holds(list func(*policy) inventory.Known[[]string], f func([]string) bool) test {
	return func(c *policy) inventory.Known[bool] { return inventory.Map(list(c), f) }
}

// has is a test for one of the words in a list.
func has(list func(*policy) inventory.Known[[]string], words ...string) test {
	return holds(list, func(all []string) bool {
		return slices.ContainsFunc(all, func(w string) bool { return slices.Contains(words, w) })
	})
}

func no(t test) test {
	return func(c *policy) inventory.Known[bool] { return inventory.Not(t(c)) }
}

func all(tests ...test) test {
	return func(c *policy) inventory.Known[bool] {
		ks := make([]inventory.Known[bool], len(tests))
		for i, t := range tests {
			ks[i] = t(c)
		}
		return inventory.And(ks...)
	}
}

func either(tests ...test) test {
	return func(c *policy) inventory.Known[bool] {
		ks := make([]inventory.Known[bool], len(tests))
		for i, t := range tests {
			ks[i] = t(c)
		}
		return inventory.Or(ks...)
	}
}

func empty(list []string) bool { return len(list) == 0 }

// The lists of a policy.
func users(c *policy) inventory.Known[[]string]         { return c.Users.Include }
func excludedUsers(c *policy) inventory.Known[[]string] { return c.Users.Exclude }
func roles(c *policy) inventory.Known[[]string]         { return c.Users.IncludeRoles }
func excludedRoles(c *policy) inventory.Known[[]string] { return c.Users.ExcludeRoles }
func guests(c *policy) inventory.Known[[]string]        { return c.Users.IncludeGuests }
func noGuests(c *policy) inventory.Known[[]string]      { return c.Users.ExcludeGuests }
func apps(c *policy) inventory.Known[[]string]          { return c.Applications.Include }
func excludedApps(c *policy) inventory.Known[[]string]  { return c.Applications.Exclude }
func clients(c *policy) inventory.Known[[]string]       { return c.ClientAppTypes }
func signInRisk(c *policy) inventory.Known[[]string]    { return c.SignInRisk }
func userRisk(c *policy) inventory.Known[[]string]      { return c.UserRisk }
func flows(c *policy) inventory.Known[[]string]         { return c.Flows }
func narrowedBy(c *policy) inventory.Known[[]string]    { return c.Narrowed }

func enabled(c *policy) inventory.Known[bool] {
	return inventory.Map(c.State, func(s string) bool { return s == "enabled" }) // not in report-only mode
}

func requiresMFA(c *policy) inventory.Known[bool] { return c.Grant.RequiresMFA() }
func blocks(c *policy) inventory.Known[bool]      { return c.Grant.Asks("block") }

// everybody is the test for policies that are for all users, roles too. Single
// users and groups may be left out: emergency access has to be.
var everybody = all(has(users, "All"), holds(excludedRoles, empty))

// The kinds of guests that come from outside, or are treated as such.
var kindsOfGuests = []string{"internalGuest", "b2bCollaborationGuest", "b2bCollaborationMember", "b2bDirectConnectUser", "otherExternalUser"}

var (
	withoutGuests = either(has(excludedUsers, "GuestsOrExternalUsers"), no(holds(noGuests, empty)))
	forGuests     = all(no(withoutGuests), either(has(users, "All", "GuestsOrExternalUsers"), holds(guests, func(kinds []string) bool {
		return !slices.ContainsFunc(kindsOfGuests, func(k string) bool { return !slices.Contains(kinds, k) })
	})))
)

// everywhere is the test for policies without a condition on clients, places,
// devices, risks or flows.
var everywhere = all(
	either(has(clients, "all"), all(has(clients, "browser"), has(clients, "mobileAppsAndDesktopClients"))),
	holds(narrowedBy, empty), holds(signInRisk, empty), holds(userRisk, empty), holds(flows, empty),
)

// intuneEnrollment is the one application that Microsoft tells to leave out:
// a new device cannot meet the policy before it is enrolled.
const intuneEnrollment = "d4ebce55-015a-49b5-a083-c84d1797ae8c"

var everyApp = all(has(apps, "All"), holds(excludedApps, func(ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return id != intuneEnrollment })
}))

// exists reports whether some policy passes.
func exists(policies inventory.Known[[]policy], t test) inventory.Known[bool] {
	return inventory.Then(policies, func(list []policy) inventory.Known[bool] {
		ks := make([]inventory.Known[bool], len(list))
		for i := range list {
			ks[i] = t(&list[i])
		}
		return inventory.Or(ks...)
	})
}

// enforced puts on record the policies that are on: what a reader looks at next.
func enforced(p *checks.Probe, t *entra.Tenant) {
	list, _ := t.ConditionalAccess.Peek()
	names := []string{}
	for i := range list {
		if on, _ := enabled(&list[i]).Peek(); on {
			names = append(names, list[i].Name)
		}
	}
	p.Evidence("enabledPolicies", names)
}

// needsPolicies are the needs of the checks that security defaults satisfy too.
var needsPolicies = []inventory.Source{entra.TenantSecurityDefaults, entra.TenantConditionalAccess}

// defaultsOr makes the Run of a check that security defaults satisfy, or
// conditional access.
func defaultsOr(what string, by func(*checks.Probe, inventory.Known[[]policy]) inventory.Known[bool]) checks.Run {
	return checks.Each(entra.Tenants, func(p *checks.Probe, t *entra.Tenant) {
		if ok, known := inventory.Or(t.SecurityDefaults, by(p, t.ConditionalAccess)).Get(p); known && !ok {
			p.Evidence("securityDefaults", false)
			enforced(p, t)
			p.Absentf("security defaults are off, and no conditional access policy that is on %s", what)
		}
	})
}

// policyFix is the fix of the checks of conditional access.
func policyFix(console, terraform string) checks.Fix {
	return checks.Fix{
		Console:   "Microsoft Entra admin center > Protection > Conditional Access > Policies > New policy: " + console,
		CLI:       "az rest --method post --url https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies --body @<policy.json>",
		Terraform: "resource \"azuread_conditional_access_policy\" \"example\" {\n  display_name = \"example\"\n  state        = \"enabled\"\n" + terraform + "}",
	}
}

func terraformPolicy(clientTypes, conditions, controls string) string {
	return "  conditions {\n    client_app_types = [" + clientTypes + "]\n" + conditions + "  }\n  grant_controls {\n    operator          = \"OR\"\n    built_in_controls = [" + controls + "]\n  }\n"
}

const (
	tfAllUsers = "    users {\n      included_users  = [\"All\"]\n      excluded_groups = [\"<emergency access>\"]\n    }\n"
	tfAllApps  = "    applications {\n      included_applications = [\"All\"]\n    }\n"
)
