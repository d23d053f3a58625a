package cosmosdb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

func TestLocalAuth(t *testing.T) {
	keys := func(api string, k inventory.Known[bool]) *inventory.Inventory {
		return have(&cosmosdb.Account{API: inventory.Of(api), LocalAuth: k})
	}
	checktest.Run(t, LocalAuth, []checktest.Case{
		{Name: "Entra only", Have: keys("NoSQL", inventory.Of(false)), Want: []checks.Verdict{checks.Pass}},
		{Name: "keys", Have: keys("NoSQL", inventory.Of(true)), Want: []checks.Verdict{checks.Fail}},
		{Name: "MongoDB", Have: keys("MongoDB", inventory.Of(true)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: keys("NoSQL", hidden[bool]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "API hidden", Have: have(&cosmosdb.Account{API: hidden[string](), LocalAuth: inventory.Of(true)}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(cosmosdb.Accounts, &cosmosdb.Account{Resource: res("a"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
