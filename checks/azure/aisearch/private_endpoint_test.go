package aisearch

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/access"
	"demarc/providers/azure/aisearch"
	"demarc/providers/inventory"
)

func TestPrivateEndpoint(t *testing.T) {
	to := func(status inventory.Known[string]) *inventory.Inventory {
		return have(&aisearch.Service{Connections: inventory.Of([]access.Connection{{Status: status}})})
	}
	checktest.Run(t, PrivateEndpoint, []checktest.Case{
		{Name: "approved", Have: to(inventory.Of("Approved")), Want: []checks.Verdict{checks.Pass}},
		{Name: "pending", Have: to(inventory.Of("Pending")), Want: []checks.Verdict{checks.Fail}},
		{Name: "none", Have: have(&aisearch.Service{Connections: inventory.Of([]access.Connection{})}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: to(hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aisearch.Services, &aisearch.Service{Resource: res("s"), Status: inventory.Of("deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
