package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterNetworkPolicy(t *testing.T) {
	net := func(policy, plugin string) *inventory.Inventory {
		return have(&aks.Cluster{NetworkPolicy: inventory.Of(policy), NetworkPlugin: inventory.Of(plugin)})
	}
	checktest.Run(t, ClusterNetworkPolicy, []checktest.Case{
		{Name: "cilium", Have: net("cilium", "azure"), Want: []checks.Verdict{checks.Pass}},
		{Name: "Calico", Have: net("Calico", "kubenet"), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: net("none", "azure"), Want: []checks.Verdict{checks.Fail}},
		{Name: "a plugin of its own", Have: net("none", "none"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "unheard of", Have: net("other", "azure"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "plugin hidden", Have: have(&aks.Cluster{NetworkPolicy: inventory.Of("none"), NetworkPlugin: hidden[string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(&aks.Cluster{NetworkPolicy: hidden[string](), NetworkPlugin: inventory.Of("azure")}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
