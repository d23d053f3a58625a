package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestCrossZone(t *testing.T) {
	have := func(kind string, on inventory.Known[bool]) *inventory.Inventory {
		return with(balancer(kind), elbv2.Attributes{CrossZone: on})
	}
	checktest.Run(t, CrossZone, []checktest.Case{
		{Name: "on", Have: have(network, inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(gateway, inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "application", Have: have(application, inventory.Of(true)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(network, inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
