package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestHTTPSOnly(t *testing.T) {
	checktest.Run(t, HTTPSOnly, []checktest.Case{
		{Name: "on", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), HTTPSOnly: inventory.Of(true)})), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), HTTPSOnly: inventory.Of(false)})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), HTTPSOnly: hidden[bool]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
