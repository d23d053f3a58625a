package authorization

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/authorization"
	"demarc/providers/inventory"
)

func role(id string, scopes []string, actions []string, not ...string) *authorization.CustomRole {
	return &authorization.CustomRole{
		Resource:    inventory.Resource{ID: id},
		Permissions: inventory.Of([]authorization.Permission{{Actions: actions, NotActions: not}}),
		Scopes:      inventory.Of(scopes),
	}
}

var (
	subscription = []string{"/subscriptions/s"}
	group        = []string{"/subscriptions/s/resourceGroups/g"}
)

func TestCustomOwner(t *testing.T) {
	have := func(r *authorization.CustomRole) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(authorization.CustomRoles, r))
	}
	hidden := role("r", subscription, nil)
	hidden.Permissions = dark[[]authorization.Permission]()
	checktest.Run(t, CustomOwner, []checktest.Case{
		{Name: "an operator", Have: have(role("r", subscription, []string{"Microsoft.Compute/*"})), Want: pass},
		{Name: "all", Have: have(role("r", subscription, []string{"*"})), Want: fail},
		{Name: "all, at a management group", Have: have(role("r", []string{"/providers/Microsoft.Management/managementGroups/m"}, []string{"*"})), Want: fail},
		{Name: "all, at a group of resources", Have: have(role("r", group, []string{"*"})), Want: pass},
		{Name: "a contributor", Have: have(role("r", subscription, []string{"*"}, "Microsoft.Authorization/*/Write")), Want: pass},
		{Name: "all but little", Have: have(role("r", subscription, []string{"*"}, "Microsoft.Compute/*")), Want: fail},
		{Name: "hidden", Have: have(hidden), Want: unknown},
	})
}

func TestLockRole(t *testing.T) {
	have := func(rows ...*authorization.CustomRole) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(authorization.Tenants, &authorization.Tenant{Resource: inventory.Resource{ID: "t"}}),
			inventory.Rows(authorization.CustomRoles, rows...))
	}
	hidden := role("h", subscription, nil)
	hidden.Permissions = dark[[]authorization.Permission]()
	locks := role("r", subscription, []string{"Microsoft.Authorization/locks/*"})
	checktest.Run(t, LockRole, []checktest.Case{
		{Name: "one", Have: have(locks), Want: pass},
		{Name: "both actions", Have: have(role("r", subscription, []string{"microsoft.authorization/locks/write", "Microsoft.Authorization/locks/delete"})), Want: pass},
		{Name: "one, another hidden", Have: have(hidden, locks), Want: pass},
		{Name: "reads alone", Have: have(role("r", subscription, []string{"Microsoft.Authorization/locks/read"})), Want: fail},
		{Name: "everything", Have: have(role("r", subscription, []string{"*"})), Want: fail},
		{Name: "taken away", Have: have(role("r", subscription, []string{"Microsoft.Authorization/locks/*"}, "Microsoft.Authorization/*/Delete")), Want: fail},
		{Name: "none", Have: have(), Want: fail},
		{Name: "hidden", Have: have(hidden), Want: unknown},
	})
}

func tenant(set func(*authorization.Tenant)) *inventory.Inventory {
	t := &authorization.Tenant{Resource: inventory.Resource{ID: "t"}}
	set(t)
	return inventory.Fixture(inventory.Rows(authorization.Tenants, t))
}

func TestRootAccess(t *testing.T) {
	have := func(k inventory.Known[[]authorization.RootAssignment]) *inventory.Inventory {
		return tenant(func(t *authorization.Tenant) { t.RootAssignments = k })
	}
	at := func(role inventory.Known[string]) inventory.Known[[]authorization.RootAssignment] {
		return inventory.Of([]authorization.RootAssignment{{ID: "a", RoleID: role, PrincipalID: inventory.Of("p")}})
	}
	checktest.Run(t, RootAccess, []checktest.Case{
		{Name: "nobody", Have: have(inventory.Of([]authorization.RootAssignment{})), Want: pass},
		{Name: "another role", Have: have(at(inventory.Of("x"))), Want: pass},
		{Name: "one", Have: have(at(inventory.Of(authorization.UserAccessAdministrator))), Want: fail},
		{Name: "role hidden", Have: have(at(dark[string]())), Want: unknown},
		{Name: "hidden", Have: have(dark[[]authorization.RootAssignment]()), Want: unknown},
	})
}

func TestSubscriptionTransfer(t *testing.T) {
	have := func(leaving, into bool) *inventory.Inventory {
		return tenant(func(t *authorization.Tenant) {
			t.Transfers = inventory.Of(authorization.SubscriptionPolicy{BlocksLeaving: inventory.Of(leaving), BlocksEntry: inventory.Of(into)})
		})
	}
	checktest.Run(t, SubscriptionTransfer, []checktest.Case{
		{Name: "blocked", Have: have(true, true), Want: pass},
		{Name: "leaving", Have: have(false, true), Want: fail},
		{Name: "entering", Have: have(true, false), Want: fail},
		{Name: "hidden", Have: tenant(func(t *authorization.Tenant) { t.Transfers = dark[authorization.SubscriptionPolicy]() }), Want: unknown},
	})
}

func TestClassicAdministrators(t *testing.T) {
	row := func(id string, k inventory.Known[[]string]) *authorization.ClassicAdministrator {
		return &authorization.ClassicAdministrator{Resource: inventory.Resource{ID: id}, Roles: k}
	}
	have := func(rows ...*authorization.ClassicAdministrator) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(authorization.Subscriptions, &authorization.Subscription{Resource: inventory.Resource{ID: "s"}}),
			inventory.Rows(authorization.ClassicAdministrators, rows...))
	}
	checktest.Run(t, ClassicAdministrators, []checktest.Case{
		{Name: "none", Have: have(), Want: pass},
		{Name: "one that pays", Have: have(row("a", inventory.Of([]string{"AccountAdministrator"}))), Want: pass},
		{Name: "one", Have: have(row("a", inventory.Of([]string{"ServiceAdministrator", "AccountAdministrator"}))), Want: fail},
		{Name: "hidden", Have: have(row("a", dark[[]string]())), Want: unknown},
	})
}
