package appservice

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

func TestClientCertificates(t *testing.T) {
	checktest.Run(t, ClientCertificates, []checktest.Case{
		{Name: "required", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), ClientCerts: inventory.Of("Required")})), Want: []checks.Verdict{checks.Pass}},
		{Name: "optional", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), ClientCerts: inventory.Of("Optional")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "off", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), ClientCerts: inventory.Of("Off")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(appservice.Sites, &appservice.Site{Resource: res("app"), ClientCerts: hidden[string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
