package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestDesyncMode(t *testing.T) {
	have := func(kind string, mode inventory.Known[string]) *inventory.Inventory {
		return with(balancer(kind), elbv2.Attributes{DesyncMode: mode})
	}
	hidden := inventory.Missing[string](checktest.Dark)
	checktest.Run(t, DesyncMode, []checktest.Case{
		{Name: "defensive", Have: have(application, inventory.Of("defensive")), Want: []checks.Verdict{checks.Pass}},
		{Name: "strictest", Have: have(application, inventory.Of("strictest")), Want: []checks.Verdict{checks.Pass}},
		{Name: "monitor", Have: have(application, inventory.Of("monitor")), Want: []checks.Verdict{checks.Fail}},
		{Name: "network", Have: have(network, hidden), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(application, hidden), Want: []checks.Verdict{checks.Unknown}},
	})
}
