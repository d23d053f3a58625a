package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterRBAC(t *testing.T) {
	checktest.Run(t, ClusterRBAC, []checktest.Case{
		{Name: "good", Have: have(&aks.Cluster{RBAC: inventory.Of(true)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "bad", Have: have(&aks.Cluster{RBAC: inventory.Of(false)}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(&aks.Cluster{RBAC: hidden[bool]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
