package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestScmMinimumTLS(t *testing.T) {
	checktest.Run(t, ScmMinimumTLS, []checktest.Case{
		{Name: "1.2", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{ScmMinimumTLS: inventory.Of("1.2")})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.3", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{ScmMinimumTLS: inventory.Of("1.3")})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.0", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{ScmMinimumTLS: inventory.Of("1.0")})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: inventory.Of(appservice.Config{ScmMinimumTLS: inventory.Of("9")})})), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Config: hidden[appservice.Config]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
