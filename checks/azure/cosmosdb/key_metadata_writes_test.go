package cosmosdb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

func TestKeyMetadataWrites(t *testing.T) {
	keys := func(writes, local inventory.Known[bool]) *inventory.Inventory {
		return have(&cosmosdb.Account{KeyWrites: writes, LocalAuth: local})
	}
	on, off := inventory.Of(true), inventory.Of(false)
	checktest.Run(t, KeyMetadataWrites, []checktest.Case{
		{Name: "data only", Have: keys(off, hidden[bool]()), Want: []checks.Verdict{checks.Pass}},
		{Name: "no keys at all", Have: keys(on, off), Want: []checks.Verdict{checks.Pass}},
		{Name: "all", Have: keys(on, on), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: keys(hidden[bool](), on), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(cosmosdb.Accounts, &cosmosdb.Account{Resource: res("a"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
