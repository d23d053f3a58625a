package cosmosdb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

func TestAzureAddresses(t *testing.T) {
	net := func(public string, ranges ...string) *inventory.Inventory {
		return have(&cosmosdb.Account{PublicNetwork: inventory.Of(public), Subnets: inventory.Of(false), Ranges: inventory.Of(ranges)})
	}
	checktest.Run(t, AzureAddresses, []checktest.Case{
		{Name: "an office", Have: net("Enabled", "203.0.113.7"), Want: []checks.Verdict{checks.Pass}},
		{Name: "all of Azure", Have: net("Enabled", "203.0.113.7", "0.0.0.0"), Want: []checks.Verdict{checks.Fail}},
		{Name: "open to all", Have: net("Enabled"), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "subnets hidden", Have: have(&cosmosdb.Account{PublicNetwork: inventory.Of("Enabled"), Subnets: hidden[bool](), Ranges: inventory.Of([]string{})}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "shut", Have: net("Disabled", "0.0.0.0"), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(&cosmosdb.Account{PublicNetwork: inventory.Of("Enabled"), Ranges: hidden[[]string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "access hidden", Have: have(&cosmosdb.Account{PublicNetwork: hidden[string](), Ranges: inventory.Of([]string{"0.0.0.0"})}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(cosmosdb.Accounts, &cosmosdb.Account{Resource: res("a"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
