package containerregistry

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/access"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

func TestPrivateEndpoint(t *testing.T) {
	to := func(status inventory.Known[string]) *inventory.Inventory {
		return have(&containerregistry.Registry{Connections: inventory.Of([]access.Connection{{Status: status}})})
	}
	checktest.Run(t, PrivateEndpoint, []checktest.Case{
		{Name: "approved", Have: to(inventory.Of("Approved")), Want: []checks.Verdict{checks.Pass}},
		{Name: "rejected", Have: to(inventory.Of("Rejected")), Want: []checks.Verdict{checks.Fail}},
		{Name: "none", Have: have(&containerregistry.Registry{Connections: inventory.Of([]access.Connection{})}), Want: []checks.Verdict{checks.Fail}},
		{Name: "status hidden", Have: to(hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(containerregistry.Registries, &containerregistry.Registry{Resource: res("r"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
