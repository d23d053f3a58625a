package cosmosdb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

func TestPublicNetworkAccess(t *testing.T) {
	checktest.Run(t, PublicNetworkAccess, []checktest.Case{
		{Name: "shut", Have: have(&cosmosdb.Account{PublicNetwork: inventory.Of("Disabled")}), Want: []checks.Verdict{checks.Pass}},
		{Name: "ruled by a perimeter", Have: have(&cosmosdb.Account{PublicNetwork: inventory.Of("SecuredByPerimeter")}), Want: []checks.Verdict{checks.Pass}},
		{Name: "open", Have: have(&cosmosdb.Account{PublicNetwork: inventory.Of("Enabled")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: have(&cosmosdb.Account{PublicNetwork: inventory.Of("Other")}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(&cosmosdb.Account{PublicNetwork: hidden[string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(cosmosdb.Accounts, &cosmosdb.Account{Resource: res("a"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
