package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterUpgrade(t *testing.T) {
	checktest.Run(t, ClusterUpgrade, []checktest.Case{
		{Name: "stable", Have: have(&aks.Cluster{UpgradeChannel: inventory.Of("stable")}), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: have(&aks.Cluster{UpgradeChannel: inventory.Of("none")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "images only", Have: have(&aks.Cluster{UpgradeChannel: inventory.Of("node-image")}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(&aks.Cluster{UpgradeChannel: hidden[string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
