package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestRemoteDebugging(t *testing.T) {
	checktest.Run(t, RemoteDebugging, []checktest.Case{
		{Name: "off", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{RemoteDebugging: inventory.Of(false)})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "on", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{RemoteDebugging: inventory.Of(true)})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: hidden[appservice.Config]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
