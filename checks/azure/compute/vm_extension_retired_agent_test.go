package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestExtensionRetiredAgent(t *testing.T) {
	checktest.Run(t, ExtensionRetiredAgent, []checktest.Case{
		{Name: "current", Have: inventory.Fixture(inventory.Rows(compute.Extensions, &compute.Extension{Resource: res("x"), Type: inventory.Of("AzureMonitorLinuxAgent")})), Want: []checks.Verdict{checks.Pass}},
		{Name: "retired", Have: inventory.Fixture(inventory.Rows(compute.Extensions, &compute.Extension{Resource: res("x"), Type: inventory.Of("OmsAgentForLinux")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.Extensions, &compute.Extension{Resource: res("x"), Type: hidden[string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
