package ssm

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

func TestDocumentPublic(t *testing.T) {
	with := func(k inventory.Known[[]string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(ssm.Documents, &ssm.Document{Resource: inventory.Resource{ID: "d"}, SharedWith: k}))
	}
	checktest.Run(t, DocumentPublic, []checktest.Case{
		{Name: "private", Have: with(inventory.Of[[]string](nil)), Want: pass},
		{Name: "one account", Have: with(inventory.Of([]string{"222233334444"})), Want: pass},
		{Name: "everybody", Have: with(inventory.Of([]string{"222233334444", "all"})), Want: fail},
		{Name: "hidden", Have: with(inventory.Missing[[]string](checktest.Dark)), Want: unknown},
		{Name: "not listed", Have: inventory.Fixture(inventory.Unlisted(ssm.Documents, "us-east-1", checktest.Dark)), Want: unknown},
	})
}
