package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestBasicAuthPublishing(t *testing.T) {
	checktest.Run(t, BasicAuthPublishing, []checktest.Case{
		{Name: "off", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), BasicAuth: inventory.Of([]string{})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "both", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), BasicAuth: inventory.Of([]string{"ftp", "scm"})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), BasicAuth: hidden[[]string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
