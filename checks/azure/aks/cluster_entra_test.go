package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterEntra(t *testing.T) {
	checktest.Run(t, ClusterEntra, []checktest.Case{
		{Name: "managed", Have: have(&aks.Cluster{Entra: inventory.Of("managed")}), Want: []checks.Verdict{checks.Pass}},
		{Name: "legacy", Have: have(&aks.Cluster{Entra: inventory.Of("legacy")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "none", Have: have(&aks.Cluster{Entra: inventory.Of("none")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(&aks.Cluster{Entra: hidden[string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
