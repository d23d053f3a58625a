package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestNodeOSUpgrade(t *testing.T) {
	os := func(node, cluster inventory.Known[string]) *inventory.Inventory {
		return have(&aks.Cluster{NodeOSChannel: node, UpgradeChannel: cluster})
	}
	none := inventory.Of("none")
	checktest.Run(t, NodeOSUpgrade, []checktest.Case{
		{Name: "patches", Have: os(inventory.Of("SecurityPatch"), none), Want: []checks.Verdict{checks.Pass}},
		{Name: "images", Have: os(inventory.Of("NodeImage"), hidden[string]()), Want: []checks.Verdict{checks.Pass}},
		{Name: "images by the other channel", Have: os(hidden[string](), inventory.Of("node-image")), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: os(inventory.Of("None"), inventory.Of("stable")), Want: []checks.Verdict{checks.Fail}},
		{Name: "left to the system", Have: os(inventory.Of("Unmanaged"), none), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: os(hidden[string](), none), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
