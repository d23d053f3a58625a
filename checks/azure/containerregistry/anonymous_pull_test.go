package containerregistry

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

func TestAnonymousPull(t *testing.T) {
	pull := func(sku string, k inventory.Known[bool]) *inventory.Inventory {
		return have(&containerregistry.Registry{SKU: inventory.Of(sku), Preview: inventory.Of(containerregistry.Preview{AnonymousPull: k})})
	}
	checktest.Run(t, AnonymousPull, []checktest.Case{
		{Name: "off", Have: pull("Premium", inventory.Of(false)), Want: []checks.Verdict{checks.Pass}},
		{Name: "on", Have: pull("Standard", inventory.Of(true)), Want: []checks.Verdict{checks.Fail}},
		{Name: "Basic", Have: pull("Basic", hidden[bool]()), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: pull("Premium", hidden[bool]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "SKU hidden", Have: have(&containerregistry.Registry{SKU: hidden[string](), Preview: inventory.Of(containerregistry.Preview{AnonymousPull: inventory.Of(true)})}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not read", Have: have(&containerregistry.Registry{SKU: inventory.Of("Premium"), Preview: hidden[containerregistry.Preview]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(containerregistry.Registries, &containerregistry.Registry{Resource: res("r"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
