package containerregistry

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

func TestExportPolicy(t *testing.T) {
	net := func(public string, export inventory.Known[string]) *inventory.Inventory {
		return have(&containerregistry.Registry{PublicNetwork: inventory.Of(public), Export: export})
	}
	checktest.Run(t, ExportPolicy, []checktest.Case{
		{Name: "kept", Have: net("Disabled", inventory.Of("disabled")), Want: []checks.Verdict{checks.Pass}},
		{Name: "exported", Have: net("Disabled", inventory.Of("enabled")), Want: []checks.Verdict{checks.Fail}},
		{Name: "open to all", Have: net("Enabled", inventory.Of("enabled")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: net("Disabled", hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "access hidden", Have: have(&containerregistry.Registry{PublicNetwork: hidden[string](), Export: inventory.Of("enabled")}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(containerregistry.Registries, &containerregistry.Registry{Resource: res("r"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
