package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/azure/authorization"
	"demarc/providers/inventory"
)

func TestIdentityPrivileges(t *testing.T) {
	const sub = "/subscriptions/111122223333"
	app := func(ids ...string) inventory.Part {
		return inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), PrincipalIDs: inventory.Of(ids)})
	}
	role := func(principal, role, scope string) inventory.Part {
		return inventory.Rows(authorization.RoleAssignments, &authorization.RoleAssignment{Resource: res("r"), PrincipalID: inventory.Of(principal), RoleID: inventory.Of(role), Scope: inventory.Of(scope)})
	}
	checktest.Run(t, IdentityPrivileges, []checktest.Case{
		{Name: "a reader", Have: inventory.Fixture(app("me"), role("me", "acdd72a7-3385-48ef-bd42-f606fba81ae7", sub)), Want: []checks.Verdict{checks.Pass}},
		{Name: "somebody else", Have: inventory.Fixture(app("me"), role("you", authorization.Owner, sub)), Want: []checks.Verdict{checks.Pass}},
		{Name: "an owner", Have: inventory.Fixture(app("me"), role("me", authorization.Owner, sub)), Want: []checks.Verdict{checks.Fail}},
		{Name: "a contributor of a group", Have: inventory.Fixture(app("me"), role("me", "b24988ac-6180-42a0-ab88-20f7382dd24c", sub+"/resourcegroups/g")), Want: []checks.Verdict{checks.Fail}},
		{Name: "an owner from above", Have: inventory.Fixture(app("me"), role("me", authorization.Owner, "/providers/microsoft.management/managementgroups/m")), Want: []checks.Verdict{checks.Fail}},
		{Name: "of one resource", Have: inventory.Fixture(app("me"), role("me", authorization.Owner, sub+"/resourcegroups/g/providers/microsoft.storage/storageaccounts/s")), Want: []checks.Verdict{checks.Pass}},
		{Name: "no identity", Have: inventory.Fixture(app(), role("me", authorization.Owner, sub)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(app("me"), inventory.Unlisted(authorization.RoleAssignments, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "the identity hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), PrincipalIDs: hidden[[]string]()}), role("me", authorization.Owner, sub)), Want: []checks.Verdict{checks.Unknown}},
	})
}
