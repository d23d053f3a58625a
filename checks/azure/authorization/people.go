package authorization

import (
	"maps"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/authorization"
	"demarc/providers/inventory"
)

// needsPeople are the needs of the checks that ask who holds a role.
var needsPeople = []inventory.Source{authorization.Subscriptions, authorization.RoleAssignments, authorization.PrincipalUsers}

// assigned calls f for each assignment that applies to the subscription, with
// the principal that holds it.
func assigned(p *checks.Probe, f func(*authorization.RoleAssignment, *authorization.Principal)) {
	for a := range authorization.RoleAssignments.All(p.Inv, p) {
		id, ok := a.PrincipalID.Get(p)
		if !ok {
			continue
		}
		principal, ok := authorization.Principals.ByID(p.Inv, "", id).Get(p)
		if !ok {
			continue
		}
		if principal == nil {
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the principal " + id})
			continue
		}
		f(a, principal)
	}
}

// roleIs reports whether an assignment is of one of the roles.
func roleIs(a *authorization.RoleAssignment, roles ...string) inventory.Known[bool] {
	return inventory.Map(a.RoleID, func(id string) bool { return slices.Contains(roles, id) })
}

var (
	minOwners = &checks.Param{Name: "min", Default: 2, Unit: "owners", Source: "CIS Microsoft Azure Foundations 6.0, 5.7"}
	maxOwners = &checks.Param{Name: "max", Default: 3, Unit: "owners", Source: "CIS Microsoft Azure Foundations 6.0, 5.7; Microsoft Learn, \"Best practices for Azure RBAC\": a maximum of three"}
)

// Owners asks for few owners, and more than one.
var Owners = &checks.Check{
	ID:       "azure-authorization-subscription-owners",
	Title:    "A subscription has two or three owners",
	Why:      "Each owner's account, once taken, is the whole subscription; with one alone, nobody can act when it is lost.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Subscriptions > the subscription > Access control (IAM) > Role assignments > Owner > remove those that a lesser role serves.",
		CLI:       "az role assignment delete --assignee <principal> --role Owner --scope /subscriptions/<subscription>",
		Terraform: "resource \"azurerm_role_assignment\" \"example\" {\n  scope                = \"<subscription>\"\n  role_definition_name = \"Contributor\"\n  principal_id         = \"<principal>\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.7"}},
	Link:     "https://learn.microsoft.com/azure/role-based-access-control/best-practices",
	Params:   []*checks.Param{minOwners, maxOwners},
	Needs:    needsPeople,
	Run: checks.Each(authorization.Subscriptions, func(p *checks.Probe, s *authorization.Subscription) {
		owners := map[string]bool{}
		assigned(p, func(a *authorization.RoleAssignment, who *authorization.Principal) {
			owner, ok := inventory.And(roleIs(a, authorization.Owner), inventory.Map(a.Scope, func(scope string) bool {
				return wide(scope) // the listing holds no other subscription's
			})).Get(p)
			if !ok || !owner {
				return
			}
			kind, ok := who.Type.Get(p)
			people, known := who.Users.Get(p)
			for _, u := range people {
				owners[u.ID] = true
			}
			if ok && known && kind != "User" && kind != "Group" { // applications are owners too
				owners[who.ID] = true
			}
		})
		p.Evidence("owners", len(owners))
		p.Evidence("ids", slices.Sorted(maps.Keys(owners)))
		switch least, most := p.Int(minOwners), p.Int(maxOwners); {
		case len(owners) > most:
			p.Failf("%d own the subscription, more than %d; members of groups and what is inherited counted", len(owners), most)
		case len(owners) < least:
			p.Absentf("%d own the subscription, fewer than %d", len(owners), least)
		}
	}),
}

// DisabledUsers asks that disabled accounts hold no roles.
var DisabledUsers = &checks.Check{
	ID:       "azure-authorization-disabled-users-without-roles",
	Title:    "Disabled accounts hold no roles",
	Why:      "A leaver's account that is enabled again, by mistake or by an attacker, is back with all its access.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Subscriptions > the subscription > Access control (IAM) > Role assignments > remove the account, or take it out of the group.",
		CLI:       "az role assignment delete --assignee <user> --scope /subscriptions/<subscription>",
		Terraform: "resource \"azurerm_role_assignment\" \"example\" {\n  scope                = \"<subscription>\"\n  role_definition_name = \"Reader\"\n  principal_id         = \"<an enabled account>\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"5.3.5"}},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/recommendations-reference-identity-access",
	Needs:    needsPeople,
	Run: checks.Each(authorization.Subscriptions, func(p *checks.Probe, _ *authorization.Subscription) {
		found := map[string]bool{}
		assigned(p, func(_ *authorization.RoleAssignment, who *authorization.Principal) {
			people, _ := who.Users.Get(p)
			for _, u := range people {
				if on, ok := u.Enabled.Get(p); ok && !on {
					found[u.ID] = true
				}
			}
		})
		if len(found) > 0 {
			p.Evidence("users", slices.Sorted(maps.Keys(found)))
			p.Failf("%d disabled accounts hold roles here", len(found))
		}
	}),
}

// GuestOwners asks that guests do not own subscriptions.
var GuestOwners = &checks.Check{
	ID:       "azure-authorization-guests-not-owners",
	Title:    "Guests neither own the subscription nor give access to it",
	Why:      "A guest's account is looked after by another organization, which this one has no say in.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Subscriptions > the subscription > Access control (IAM) > Role assignments > Owner and User Access Administrator > remove the guests.",
		CLI:       "az role assignment delete --assignee <guest> --role Owner --scope /subscriptions/<subscription>",
		Terraform: "resource \"azurerm_role_assignment\" \"example\" {\n  scope                = \"<subscription>\"\n  role_definition_name = \"Reader\"\n  principal_id         = \"<guest>\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/defender-for-cloud/recommendations-reference-identity-access",
	Needs: needsPeople,
	Run: checks.Each(authorization.Subscriptions, func(p *checks.Probe, _ *authorization.Subscription) {
		found := map[string]bool{}
		assigned(p, func(a *authorization.RoleAssignment, who *authorization.Principal) {
			mighty, ok := roleIs(a, authorization.Owner, authorization.UserAccessAdministrator).Get(p)
			if !ok || !mighty {
				return
			}
			people, _ := who.Users.Get(p)
			for _, u := range people {
				if guest, ok := u.Guest.Get(p); ok && guest {
					found[u.ID] = true
				}
			}
		})
		if len(found) > 0 {
			p.Evidence("users", slices.Sorted(maps.Keys(found)))
			p.Failf("%d guests are Owner or User Access Administrator here", len(found))
		}
	}),
}

var machineRoles = &checks.Param{Name: "roles", Source: "Microsoft Learn, \"Azure built-in roles\": Owner, Contributor, Virtual Machine Contributor, Virtual Machine Administrator Login, Virtual Machine User Login", Default: []string{
	authorization.Owner, "b24988ac-6180-42a0-ab88-20f7382dd24c", "9980e02c-c2be-4d73-94e8-173b1dc7cf3c",
	"1c0163c0-47e6-4577-8991-ea5c82e286e4", "fb879df8-f326-4884-b1cf-06f3ad86be52",
}}

// MachineUsersMFA asks that those who reach virtual machines have a second factor.
var MachineUsersMFA = &checks.Check{
	ID:       "azure-authorization-machine-users-mfa-registered",
	Title:    "Users with access to virtual machines have registered a second factor",
	Why:      "By the role a password alone opens the machines, and runs commands on them as their administrator.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Microsoft Entra admin center > Protection > Authentication methods > User registration details; have the users register at https://aka.ms/mfasetup, or take the role away.",
		CLI:       "az role assignment delete --assignee <user> --role \"Virtual Machine Administrator Login\" --scope <scope>",
		Terraform: "resource \"azurerm_role_assignment\" \"example\" {\n  scope                = \"<scope>\"\n  role_definition_name = \"Reader\"\n  principal_id         = \"<user>\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"3.1.1"}},
	Aliases:  []string{"prowler:entra_user_with_vm_access_has_mfa"},
	Link:     "https://learn.microsoft.com/entra/identity/devices/howto-vm-sign-in-azure-ad-windows",
	Params:   []*checks.Param{machineRoles},
	Needs:    append(slices.Clone(needsPeople), authorization.SubscriptionMFA),
	Run: checks.Each(authorization.Subscriptions, func(p *checks.Probe, s *authorization.Subscription) {
		without := map[string]bool{}
		assigned(p, func(a *authorization.RoleAssignment, who *authorization.Principal) {
			reaches, ok := roleIs(a, p.Strings(machineRoles)...).Get(p)
			if !ok || !reaches {
				return
			}
			people, _ := who.Users.Get(p)
			for _, u := range people {
				on, ok := u.Enabled.Get(p)
				if !ok || !on { // who cannot sign in is another check's matter
					continue
				}
				registered, ok := inventory.Then(s.MFA, func(all map[string]bool) inventory.Known[bool] {
					if mfa, there := all[u.ID]; there {
						return inventory.Of(mfa)
					}
					return inventory.Unanswered[bool]("Microsoft Graph /reports/authenticationMethods/userRegistrationDetails", "the user "+u.ID)
				}).Get(p)
				if ok && !registered {
					without[u.ID] = true
				}
			}
		})
		if len(without) > 0 {
			p.Evidence("users", slices.Sorted(maps.Keys(without)))
			p.Failf("%d users with access to virtual machines have no second factor", len(without))
		}
	}),
}

// Benchmark asks that the benchmark's policies judge the subscription.
var Benchmark = &checks.Check{
	ID:       "azure-authorization-security-benchmark-enforced",
	Title:    "The Microsoft cloud security benchmark is assigned, with nothing in it disabled",
	Why:      "Defender for Cloud's recommendations are the results of these policies: what is disabled is not looked at, and does not show.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Policy > Assignments > ASC Default > Edit assignment > Policy enforcement: Enabled; Parameters: no effect Disabled.",
		CLI:       "az policy assignment create --name SecurityCenterBuiltIn --policy-set-definition 1f3afdf9-d0c9-4c3d-847f-89da613e70a8 --scope /subscriptions/<subscription>",
		Terraform: "resource \"azurerm_subscription_policy_assignment\" \"example\" {\n  name                 = \"SecurityCenterBuiltIn\"\n  subscription_id      = \"<subscription>\"\n  policy_definition_id = \"/providers/Microsoft.Authorization/policySetDefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8\"\n  enforce              = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.1.11"}},
	Aliases:  []string{"prowler:policy_ensure_asc_enforcement_enabled"},
	Link:     "https://learn.microsoft.com/azure/defender-for-cloud/concept-regulatory-compliance",
	Needs:    []inventory.Source{authorization.SubscriptionBenchmark},
	Run: checks.Each(authorization.Subscriptions, func(p *checks.Probe, s *authorization.Subscription) {
		all, ok := s.Benchmark.Get(p)
		if !ok {
			return
		}
		if len(all) == 0 {
			p.Evidence("assignments", 0)
			p.Absentf("the benchmark is assigned neither to the subscription nor to a management group above it")
		}
		for _, a := range all {
			if mode, ok := a.Enforcement.Get(p); ok && !strings.EqualFold(mode, "Default") {
				p.Evidence("enforcementMode", mode)
				p.Failf("the assignment %s is not enforced", a.Name)
			}
			if len(a.Disabled) > 0 {
				p.Evidence("disabled", a.Disabled)
				p.Failf("the assignment %s disables %d of its policies", a.Name, len(a.Disabled))
			}
		}
	}),
}
