package containerregistry

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

func TestRetention(t *testing.T) {
	old := func(sku string, retention, soft inventory.Known[string]) *inventory.Inventory {
		return have(&containerregistry.Registry{SKU: inventory.Of(sku), Retention: retention, Preview: inventory.Of(containerregistry.Preview{SoftDelete: soft})})
	}
	on, off := inventory.Of("enabled"), inventory.Of("disabled")
	checktest.Run(t, Retention, []checktest.Case{
		{Name: "retention", Have: old("Premium", on, hidden[string]()), Want: []checks.Verdict{checks.Pass}},
		{Name: "soft delete", Have: old("Premium", off, on), Want: []checks.Verdict{checks.Pass}},
		{Name: "neither", Have: old("Premium", off, off), Want: []checks.Verdict{checks.Fail}},
		{Name: "Standard", Have: old("Standard", off, off), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: old("Premium", off, hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not read", Have: have(&containerregistry.Registry{SKU: inventory.Of("Premium"), Retention: inventory.Of("disabled"), Preview: hidden[containerregistry.Preview]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "SKU hidden", Have: have(&containerregistry.Registry{SKU: hidden[string](), Retention: inventory.Of("disabled"), Preview: inventory.Of(containerregistry.Preview{SoftDelete: inventory.Of("disabled")})}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(containerregistry.Registries, &containerregistry.Registry{Resource: res("r"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
