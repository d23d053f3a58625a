package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterDisks(t *testing.T) {
	checktest.Run(t, ClusterDisks, []checktest.Case{
		{Name: "a set", Have: have(&aks.Cluster{DiskEncryption: inventory.Of("/set")}), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: have(&aks.Cluster{DiskEncryption: inventory.Of("")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(&aks.Cluster{DiskEncryption: hidden[string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
