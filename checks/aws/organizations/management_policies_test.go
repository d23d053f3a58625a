package organizations

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/organizations"
	"demarc/providers/inventory"
)

func TestManagementPolicies(t *testing.T) {
	ai := func(org inventory.Known[organizations.Organization], is inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(account(org, func(a *organizations.Account) { a.AIOptOut = is }))
	}
	checktest.Run(t, AIOptOut, []checktest.Case{
		{Name: "out", Have: ai(larkspur, inventory.Of("optOut")), Want: want(checks.Pass)},
		{Name: "in", Have: ai(larkspur, inventory.Of("optIn")), Want: want(checks.Fail)},
		{Name: "no policy", Have: ai(larkspur, inventory.Of("")), Want: want(checks.Fail)},
		{Name: "alone", Have: ai(alone, inventory.Of("")), Want: want(checks.NotApplicable)},
		{Name: "denied", Have: ai(larkspur, inventory.Missing[string](checktest.Dark)), Want: want(checks.Unknown)},
	})
	tags := func(org inventory.Known[organizations.Organization], is inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(account(org, func(a *organizations.Account) { a.TagPolicy = is }))
	}
	checktest.Run(t, TagPolicy, []checktest.Case{
		{Name: "in effect", Have: tags(larkspur, inventory.Of(true)), Want: want(checks.Pass)},
		{Name: "none", Have: tags(larkspur, inventory.Of(false)), Want: want(checks.Fail)},
		{Name: "alone", Have: tags(alone, inventory.Of(false)), Want: want(checks.NotApplicable)},
		{Name: "denied", Have: tags(larkspur, inventory.Missing[bool](checktest.Dark)), Want: want(checks.Unknown)},
	})
}
