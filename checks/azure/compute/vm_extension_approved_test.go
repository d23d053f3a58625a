package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestExtensionApproved(t *testing.T) {
	checktest.Run(t, ExtensionApproved, []checktest.Case{
		{Name: "approved", Have: inventory.Fixture(inventory.Rows(compute.Extensions, &compute.Extension{Resource: res("x"), Type: inventory.Of("azuremonitorlinuxagent")})), Want: []checks.Verdict{checks.Pass}},
		{Name: "a script", Have: inventory.Fixture(inventory.Rows(compute.Extensions, &compute.Extension{Resource: res("x"), Type: inventory.Of("CustomScript"), Publisher: inventory.Of("Microsoft.Azure.Extensions")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.Extensions, &compute.Extension{Resource: res("x"), Type: hidden[string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
