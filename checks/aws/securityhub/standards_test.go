package securityhub

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/securityhub"
	"demarc/providers/inventory"
)

func TestStandards(t *testing.T) {
	have := func(s inventory.Known[[]string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(securityhub.Hubs, &securityhub.Hub{Resource: inventory.Resource{ID: "default"}, Standards: s}))
	}
	checktest.Run(t, Standards, []checktest.Case{
		{Name: "one", Have: have(inventory.Of([]string{"fsbp"})), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: have(inventory.Of[[]string](nil)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[[]string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
