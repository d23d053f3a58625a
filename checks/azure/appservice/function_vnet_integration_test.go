package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestFunctionVirtualNetwork(t *testing.T) {
	app := func(function bool, subnet inventory.Known[string]) inventory.Part {
		return inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Function: inventory.Of(function), Subnet: subnet})
	}
	checktest.Run(t, FunctionVirtualNetwork, []checktest.Case{
		{Name: "integrated", Have: inventory.Fixture(app(true, inventory.Of("s"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "not", Have: inventory.Fixture(app(true, inventory.Of(""))), Want: []checks.Verdict{checks.Fail}},
		{Name: "a web app", Have: inventory.Fixture(app(false, inventory.Of(""))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(app(true, hidden[string]())), Want: []checks.Verdict{checks.Unknown}},
	})
}
