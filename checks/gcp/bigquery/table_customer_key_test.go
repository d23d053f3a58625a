package bigquery

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/inventory"
)

func TestTableCustomerKey(t *testing.T) {
	with := func(kind string, key inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(table(kind, key))
	}
	checktest.Run(t, TableCustomerKey, []checktest.Case{
		{Name: "of Google", Have: with("TABLE", inventory.Of("")), Want: fail},
		{Name: "of Google, precomputed", Have: with("MATERIALIZED_VIEW", inventory.Of("")), Want: fail},
		{Name: "of the customer", Have: with("TABLE", inventory.Of("k")), Want: pass},
		{Name: "a view", Have: with("VIEW", inventory.Of("")), Want: skip},
		{Name: "outside", Have: with("EXTERNAL", inventory.Of("")), Want: skip},
		{Name: "hidden", Have: with("TABLE", dark[string]()), Want: unknown},
	})
}
