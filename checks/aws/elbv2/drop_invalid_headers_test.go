package elbv2

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/elbv2"
	"demarc/providers/inventory"
)

func TestDropInvalidHeaders(t *testing.T) {
	have := func(kind string, on inventory.Known[bool]) *inventory.Inventory {
		return with(balancer(kind), elbv2.Attributes{DropInvalidHeaders: on})
	}
	hidden := inventory.Missing[bool](checktest.Dark)
	checktest.Run(t, DropInvalidHeaders, []checktest.Case{
		{Name: "on", Have: have(application, inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(application, inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "network", Have: have(network, hidden), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(application, hidden), Want: []checks.Verdict{checks.Unknown}},
	})
}
