package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestHTTPLogs(t *testing.T) {
	app := func(function bool, logs ...appservice.Diagnostic) inventory.Part {
		return inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Function: inventory.Of(function), Diagnostics: inventory.Of(logs)})
	}
	checktest.Run(t, HTTPLogs, []checktest.Case{
		{Name: "the category", Have: inventory.Fixture(app(false, appservice.Diagnostic{Category: "AppServiceHTTPLogs"})), Want: []checks.Verdict{checks.Pass}},
		{Name: "all", Have: inventory.Fixture(app(false, appservice.Diagnostic{Group: "allLogs"})), Want: []checks.Verdict{checks.Pass}},
		{Name: "others", Have: inventory.Fixture(app(false, appservice.Diagnostic{Category: "AppServiceConsoleLogs"})), Want: []checks.Verdict{checks.Fail}},
		{Name: "a function app", Have: inventory.Fixture(app(true)), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Function: inventory.Of(false), Diagnostics: hidden[[]appservice.Diagnostic]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
