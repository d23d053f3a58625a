package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestNodePublicIP(t *testing.T) {
	pools := func(public ...inventory.Known[bool]) *inventory.Inventory {
		all := []aks.Pool{}
		for _, k := range public {
			all = append(all, aks.Pool{Name: "p", PublicIP: k})
		}
		return have(&aks.Cluster{Pools: inventory.Of(all)})
	}
	checktest.Run(t, NodePublicIP, []checktest.Case{
		{Name: "none", Have: pools(inventory.Of(false), inventory.Of(false)), Want: []checks.Verdict{checks.Pass}},
		{Name: "one", Have: pools(inventory.Of(false), inventory.Of(true)), Want: []checks.Verdict{checks.Fail}},
		{Name: "one, another hidden", Have: pools(hidden[bool](), inventory.Of(true)), Want: []checks.Verdict{checks.Fail}},
		{Name: "one hidden", Have: pools(hidden[bool](), inventory.Of(false)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(&aks.Cluster{Pools: hidden[[]aks.Pool]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
