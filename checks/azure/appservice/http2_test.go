package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestHTTP2(t *testing.T) {
	checktest.Run(t, HTTP2, []checktest.Case{
		{Name: "on", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{HTTP2: inventory.Of(true)})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{HTTP2: inventory.Of(false)})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: hidden[appservice.Config]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
