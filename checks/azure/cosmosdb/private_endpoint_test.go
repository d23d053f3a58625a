package cosmosdb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/access"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

func TestPrivateEndpoint(t *testing.T) {
	to := func(status inventory.Known[string]) *inventory.Inventory {
		return have(&cosmosdb.Account{Connections: inventory.Of([]access.Connection{{Status: status}})})
	}
	checktest.Run(t, PrivateEndpoint, []checktest.Case{
		{Name: "approved", Have: to(inventory.Of("Approved")), Want: []checks.Verdict{checks.Pass}},
		{Name: "pending", Have: to(inventory.Of("Pending")), Want: []checks.Verdict{checks.Fail}},
		{Name: "none", Have: have(&cosmosdb.Account{Connections: inventory.Of([]access.Connection{})}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: to(hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(cosmosdb.Accounts, &cosmosdb.Account{Resource: res("a"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
