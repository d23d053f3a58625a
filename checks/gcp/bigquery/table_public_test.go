package bigquery

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

func TestTablePublic(t *testing.T) {
	with := func(bindings inventory.Known[[]iam.Binding]) *inventory.Inventory {
		return inventory.Fixture(table("TABLE", inventory.Of("")), granted("t", bindings))
	}
	checktest.Run(t, TablePublic, []checktest.Case{
		{Name: "some", Have: with(to("group:a@example.com")), Want: pass},
		{Name: "everybody", Have: with(to("allUsers")), Want: fail},
		{Name: "hidden", Have: with(dark[[]iam.Binding]()), Want: unknown},
	})
}
