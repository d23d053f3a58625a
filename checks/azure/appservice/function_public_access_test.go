package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestFunctionPublicAccess(t *testing.T) {
	app := func(function bool, public, open inventory.Known[bool]) inventory.Part {
		return inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Function: inventory.Of(function), PublicNetwork: public, Config: inventory.Of(appservice.Config{OpenToAll: open})})
	}
	checktest.Run(t, FunctionPublicAccess, []checktest.Case{
		{Name: "not public", Have: inventory.Fixture(app(true, inventory.Of(false), inventory.Of(true))), Want: []checks.Verdict{checks.Pass}},
		{Name: "restricted", Have: inventory.Fixture(app(true, inventory.Of(true), inventory.Of(false))), Want: []checks.Verdict{checks.Pass}},
		{Name: "open", Have: inventory.Fixture(app(true, inventory.Of(true), inventory.Of(true))), Want: []checks.Verdict{checks.Fail}},
		{Name: "a web app", Have: inventory.Fixture(app(false, inventory.Of(true), inventory.Of(true))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(app(true, inventory.Of(true), hidden[bool]())), Want: []checks.Verdict{checks.Unknown}},
	})
}
