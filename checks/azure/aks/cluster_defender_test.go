package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterDefender(t *testing.T) {
	checktest.Run(t, ClusterDefender, []checktest.Case{
		{Name: "good", Have: have(&aks.Cluster{Defender: inventory.Of(true)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "bad", Have: have(&aks.Cluster{Defender: inventory.Of(false)}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(&aks.Cluster{Defender: hidden[bool]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
