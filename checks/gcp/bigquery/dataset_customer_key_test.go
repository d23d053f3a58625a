package bigquery

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/bigquery"
	"demarc/providers/inventory"
)

func TestDatasetCustomerKey(t *testing.T) {
	with := func(kind string, key inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(dataset(func(d *bigquery.Dataset) { d.Type, d.KMSKey = inventory.Of(kind), key }))
	}
	checktest.Run(t, DatasetCustomerKey, []checktest.Case{
		{Name: "of Google", Have: with("DEFAULT", inventory.Of("")), Want: fail},
		{Name: "of the customer", Have: with("DEFAULT", inventory.Of("k")), Want: pass},
		{Name: "a link", Have: with("LINKED", inventory.Of("")), Want: skip},
		{Name: "outside", Have: with("EXTERNAL", inventory.Of("")), Want: skip},
		{Name: "hidden", Have: with("DEFAULT", dark[string]()), Want: unknown},
	})
}
