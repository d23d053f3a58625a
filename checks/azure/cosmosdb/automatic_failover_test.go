package cosmosdb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

func TestAutomaticFailover(t *testing.T) {
	in := func(failover, writers inventory.Known[bool], regions ...string) *inventory.Inventory {
		return have(&cosmosdb.Account{Serverless: inventory.Of(false), Failover: failover, ManyWriters: writers, Locations: inventory.Of(regions)})
	}
	on, off := inventory.Of(true), inventory.Of(false)
	checktest.Run(t, AutomaticFailover, []checktest.Case{
		{Name: "on", Have: in(on, off, "a", "b"), Want: []checks.Verdict{checks.Pass}},
		{Name: "all take writes", Have: in(off, on, "a", "b"), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: in(off, off, "a", "b"), Want: []checks.Verdict{checks.Fail}},
		{Name: "on, with one region", Have: in(on, off, "a"), Want: []checks.Verdict{checks.Fail}},
		{Name: "one region, the rest hidden", Have: in(hidden[bool](), off, "a"), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: in(hidden[bool](), off, "a", "b"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "regions hidden, off", Have: have(&cosmosdb.Account{Serverless: off, Failover: off, ManyWriters: off, Locations: hidden[[]string]()}), Want: []checks.Verdict{checks.Fail}},
		{Name: "regions hidden", Have: have(&cosmosdb.Account{Serverless: off, Failover: on, ManyWriters: off, Locations: hidden[[]string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "serverless", Have: have(&cosmosdb.Account{Serverless: on, Failover: off, ManyWriters: off, Locations: inventory.Of([]string{"a"})}), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "kind hidden", Have: have(&cosmosdb.Account{Serverless: hidden[bool](), Failover: off, ManyWriters: off, Locations: inventory.Of([]string{"a"})}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(cosmosdb.Accounts, &cosmosdb.Account{Resource: res("a"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
