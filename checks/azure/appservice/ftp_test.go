package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestFTP(t *testing.T) {
	checktest.Run(t, FTP, []checktest.Case{
		{Name: "off", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{FTP: inventory.Of("Disabled")})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "FTPS", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{FTP: inventory.Of("FtpsOnly")})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "plain", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{FTP: inventory.Of("AllAllowed")})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "a state that is not known", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{FTP: inventory.Of("Later")})})), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: hidden[appservice.Config]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
