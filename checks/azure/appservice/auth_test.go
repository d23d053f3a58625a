package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestAuthentication(t *testing.T) {
	app := func(function bool, auth inventory.Known[bool]) inventory.Part {
		return inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Function: inventory.Of(function), Auth: auth})
	}
	checktest.Run(t, Authentication, []checktest.Case{
		{Name: "on", Have: inventory.Fixture(app(false, inventory.Of(true))), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(app(false, inventory.Of(false))), Want: []checks.Verdict{checks.Fail}},
		{Name: "a function app", Have: inventory.Fixture(app(true, inventory.Of(false))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(app(false, hidden[bool]())), Want: []checks.Verdict{checks.Unknown}},
	})
}
