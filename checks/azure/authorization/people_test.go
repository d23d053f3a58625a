package authorization

import (
	"fmt"
	"slices"
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/authorization"
	"demarc/providers/inventory"
)

// held is a subscription in which a principal holds a role at a scope.
type held struct {
	role, scope, kind string
	users             inventory.Known[[]authorization.User]
}

func person(id string, enabled, guest bool) authorization.User {
	return authorization.User{ID: id, Enabled: inventory.Of(enabled), Guest: inventory.Of(guest)}
}

func people(all ...authorization.User) inventory.Known[[]authorization.User] {
	return inventory.Of(all)
}

func subscriptionOf(mfa inventory.Known[map[string]bool], all ...held) *inventory.Inventory {
	s := &authorization.Subscription{Resource: inventory.Resource{ID: "s", Full: "/subscriptions/s"}, MFA: mfa}
	var assignments []*authorization.RoleAssignment
	var principals []*authorization.Principal
	for i, h := range all {
		id := fmt.Sprint("p", i)
		if h.scope == "" {
			h.scope = "/subscriptions/s"
		}
		assignments = append(assignments, &authorization.RoleAssignment{
			Resource: inventory.Resource{ID: fmt.Sprint("a", i)}, Scope: inventory.Of(h.scope), RoleID: inventory.Of(h.role), PrincipalID: inventory.Of(id),
		})
		principals = append(principals, &authorization.Principal{Resource: inventory.Resource{ID: id, Account: "tenant"}, Type: inventory.Of(h.kind), Users: h.users})
	}
	return inventory.Fixture(inventory.Rows(authorization.Subscriptions, s), inventory.Rows(authorization.RoleAssignments, assignments...), inventory.Rows(authorization.Principals, principals...))
}

var noMFA = inventory.Of(map[string]bool{})

func owner(id string) held {
	return held{role: authorization.Owner, kind: "User", users: people(person(id, true, false))}
}

func TestOwners(t *testing.T) {
	group := held{role: authorization.Owner, kind: "Group", scope: "/providers/microsoft.management/managementgroups/m", users: people(person("a", true, false), person("x", true, false), person("y", true, false))}
	app := held{role: authorization.Owner, kind: "ServicePrincipal", users: people()}
	below := owner("z")
	below.scope = "/subscriptions/s/resourcegroups/g"
	secret := held{role: authorization.Owner, kind: "Group", users: dark[[]authorization.User]()}
	checktest.Run(t, Owners, []checktest.Case{
		{Name: "two", Have: subscriptionOf(noMFA, owner("a"), owner("b"), below), Want: pass},
		{Name: "one", Have: subscriptionOf(noMFA, owner("a"), below), Want: fail},
		{Name: "a group's members, inherited", Have: subscriptionOf(noMFA, owner("a"), owner("b"), group), Want: fail},
		{Name: "an application", Have: subscriptionOf(noMFA, owner("a"), app), Want: pass},
		{Name: "members hidden", Have: subscriptionOf(noMFA, owner("a"), owner("b"), secret), Want: unknown},
	})
}

func TestDisabledUsers(t *testing.T) {
	reader := func(u authorization.User) held {
		return held{role: "reader", scope: "/subscriptions/s/resourcegroups/g", kind: "User", users: people(u)}
	}
	checktest.Run(t, DisabledUsers, []checktest.Case{
		{Name: "enabled", Have: subscriptionOf(noMFA, reader(person("a", true, false))), Want: pass},
		{Name: "disabled", Have: subscriptionOf(noMFA, reader(person("a", false, false))), Want: fail},
		{Name: "hidden", Have: subscriptionOf(noMFA, held{role: "reader", kind: "Group", users: dark[[]authorization.User]()}), Want: unknown},
	})
}

func TestGuestOwners(t *testing.T) {
	of := func(role string, guest bool) *inventory.Inventory {
		return subscriptionOf(noMFA, held{role: role, kind: "User", users: people(person("a", true, guest))})
	}
	checktest.Run(t, GuestOwners, []checktest.Case{
		{Name: "a member", Have: of(authorization.Owner, false), Want: pass},
		{Name: "a guest with little", Have: of("reader", true), Want: pass},
		{Name: "a guest that owns", Have: of(authorization.Owner, true), Want: fail},
		{Name: "a guest that gives access", Have: of(authorization.UserAccessAdministrator, true), Want: fail},
		{Name: "hidden", Have: subscriptionOf(noMFA, held{role: authorization.Owner, kind: "Group", users: dark[[]authorization.User]()}), Want: unknown},
	})
}

func TestMachineUsersMFA(t *testing.T) {
	login := held{role: "1c0163c0-47e6-4577-8991-ea5c82e286e4", scope: "/subscriptions/s/resourcegroups/g", kind: "Group", users: people(person("a", true, false), person("off", false, false))}
	of := func(m map[string]bool) *inventory.Inventory { return subscriptionOf(inventory.Of(m), login) }
	checktest.Run(t, MachineUsersMFA, []checktest.Case{
		{Name: "registered", Have: of(map[string]bool{"a": true}), Want: pass},
		{Name: "not", Have: of(map[string]bool{"a": false}), Want: fail},
		{Name: "not in the report", Have: of(nil), Want: unknown},
		{Name: "no licence", Have: subscriptionOf(inventory.Missing[map[string]bool](inventory.Gap{Reason: inventory.Unlicensed}), login), Want: unknown},
	})
}

func TestBenchmark(t *testing.T) {
	have := func(k inventory.Known[[]authorization.PolicyAssignment]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(authorization.Subscriptions, &authorization.Subscription{Resource: inventory.Resource{ID: "s"}, Benchmark: k}))
	}
	of := func(mode string, disabled ...string) inventory.Known[[]authorization.PolicyAssignment] {
		return inventory.Of([]authorization.PolicyAssignment{{Name: "SecurityCenterBuiltIn", Enforcement: inventory.Of(mode), Disabled: slices.Clone(disabled)}})
	}
	checktest.Run(t, Benchmark, []checktest.Case{
		{Name: "enforced", Have: have(of("Default")), Want: pass},
		{Name: "not enforced", Have: have(of("DoNotEnforce")), Want: fail},
		{Name: "a policy disabled", Have: have(of("Default", "diskEncryptionMonitoringEffect")), Want: fail},
		{Name: "not assigned", Have: have(inventory.Of([]authorization.PolicyAssignment{})), Want: fail},
		{Name: "hidden", Have: have(dark[[]authorization.PolicyAssignment]()), Want: unknown},
	})
}
