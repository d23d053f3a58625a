package containerregistry

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

func TestTrustedServices(t *testing.T) {
	net := func(public string, who inventory.Known[string]) *inventory.Inventory {
		return have(&containerregistry.Registry{PublicNetwork: inventory.Of(public), DefaultAction: inventory.Of("Allow"), Ranges: inventory.Of([]string{}), TrustedServices: who})
	}
	checktest.Run(t, TrustedServices, []checktest.Case{
		{Name: "let in", Have: net("Disabled", inventory.Of("AzureServices")), Want: []checks.Verdict{checks.Pass}},
		{Name: "kept out", Have: net("Disabled", inventory.Of("None")), Want: []checks.Verdict{checks.Fail}},
		{Name: "open to all", Have: net("Enabled", inventory.Of("None")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: net("Disabled", hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "openness hidden", Have: have(&containerregistry.Registry{PublicNetwork: hidden[string](), DefaultAction: inventory.Of("Allow"), Ranges: inventory.Of([]string{}), TrustedServices: inventory.Of("None")}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(containerregistry.Registries, &containerregistry.Registry{Resource: res("r"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
