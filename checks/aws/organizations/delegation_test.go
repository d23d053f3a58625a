package organizations

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/inventory"
)

func TestDelegation(t *testing.T) {
	admin := &organizations.DelegatedAdministrator{Resource: inventory.Resource{ID: "444455556666", Account: "444455556666"}}
	checktest.Run(t, DelegatedAdministrators, []checktest.Case{
		{Name: "one", Have: inventory.Fixture(account(larkspur), inventory.Rows(organizations.DelegatedAdministrators, admin)), Want: want(checks.Pass)},
		{Name: "none", Have: inventory.Fixture(account(larkspur), inventory.Rows(organizations.DelegatedAdministrators)), Want: want(checks.Fail)},
		{Name: "alone", Have: inventory.Fixture(account(alone), inventory.Rows(organizations.DelegatedAdministrators)), Want: want(checks.NotApplicable)},
		{Name: "a member, which may not see", Have: inventory.Fixture(account(larkspur), inventory.Unlisted(organizations.DelegatedAdministrators, "", checktest.Dark)), Want: want(checks.Unknown)},
	})
	with := func(org inventory.Known[organizations.Organization], is inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(account(org, func(a *organizations.Account) { a.Delegation = is }))
	}
	checktest.Run(t, PolicyDelegation, []checktest.Case{
		{Name: "delegated", Have: with(larkspur, inventory.Of(true)), Want: want(checks.Pass)},
		{Name: "not delegated", Have: with(larkspur, inventory.Of(false)), Want: want(checks.Fail)},
		{Name: "alone", Have: with(alone, inventory.Of(false)), Want: want(checks.NotApplicable)},
		{Name: "a member, which may not see", Have: with(larkspur, inventory.Missing[bool](checktest.Dark)), Want: want(checks.Unknown)},
	})
}
