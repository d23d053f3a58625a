package elb

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elb"
	"demarc/providers/inventory"
)

func TestDesyncMode(t *testing.T) {
	have := func(mode inventory.Known[string]) *inventory.Inventory { return with(elb.Attributes{DesyncMode: mode}) }
	checktest.Run(t, DesyncMode, []checktest.Case{
		{Name: "defensive", Have: have(inventory.Of("defensive")), Want: []checks.Verdict{checks.Pass}},
		{Name: "strictest", Have: have(inventory.Of("strictest")), Want: []checks.Verdict{checks.Pass}},
		{Name: "monitor", Have: have(inventory.Of("monitor")), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
