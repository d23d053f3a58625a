package cosmosdb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

func TestFirewall(t *testing.T) {
	net := func(public string, subnets bool, ranges ...string) *inventory.Inventory {
		return have(&cosmosdb.Account{PublicNetwork: inventory.Of(public), Subnets: inventory.Of(subnets), Ranges: inventory.Of(ranges)})
	}
	checktest.Run(t, Firewall, []checktest.Case{
		{Name: "shut", Have: net("Disabled", false), Want: []checks.Verdict{checks.Pass}},
		{Name: "an office", Have: net("Enabled", false, "203.0.113.0/24"), Want: []checks.Verdict{checks.Pass}},
		{Name: "subnets", Have: net("Enabled", true), Want: []checks.Verdict{checks.Pass}},
		{Name: "open", Have: net("Enabled", false), Want: []checks.Verdict{checks.Fail}},
		{Name: "subnets and everything", Have: net("Enabled", true, "0.0.0.0/0"), Want: []checks.Verdict{checks.Fail}},
		{Name: "ranges hidden", Have: have(&cosmosdb.Account{PublicNetwork: inventory.Of("Enabled"), Subnets: inventory.Of(false), Ranges: hidden[[]string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "subnets hidden", Have: have(&cosmosdb.Account{PublicNetwork: inventory.Of("Enabled"), Subnets: hidden[bool](), Ranges: inventory.Of([]string{})}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "access hidden", Have: have(&cosmosdb.Account{PublicNetwork: hidden[string](), Subnets: inventory.Of(false), Ranges: inventory.Of([]string{})}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(cosmosdb.Accounts, &cosmosdb.Account{Resource: res("a"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
