package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestManagedIdentity(t *testing.T) {
	checktest.Run(t, ManagedIdentity, []checktest.Case{
		{Name: "its own", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Identity: inventory.Of("SystemAssigned")})), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Identity: inventory.Of("None")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), Identity: hidden[string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
