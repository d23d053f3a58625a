package bigquery

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/bigquery"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

func TestDatasetPublic(t *testing.T) {
	with := func(bindings inventory.Known[[]iam.Binding], access ...bigquery.Access) *inventory.Inventory {
		return inventory.Fixture(dataset(func(d *bigquery.Dataset) { d.Access = inventory.Of(access) }), granted("d", bindings))
	}
	checktest.Run(t, DatasetPublic, []checktest.Case{
		{Name: "some", Have: with(to("group:a@example.com")), Want: pass},
		{Name: "everybody, by the policy", Have: with(to("allAuthenticatedUsers")), Want: fail},
		{Name: "everybody, by an entry", Have: with(to("group:a@example.com"), bigquery.Access{Role: "READER", Member: "allUsers"}), Want: fail},
		{Name: "hidden", Have: with(dark[[]iam.Binding]()), Want: unknown},
	})
}
