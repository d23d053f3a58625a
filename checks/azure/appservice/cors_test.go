package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestCORS(t *testing.T) {
	checktest.Run(t, CORS, []checktest.Case{
		{Name: "one site", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{Origins: inventory.Of([]string{"https://shop.example"})})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "any", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{Origins: inventory.Of([]string{"*"})})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: hidden[appservice.Config]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
