package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterPrivate(t *testing.T) {
	checktest.Run(t, ClusterPrivate, []checktest.Case{
		{Name: "private", Have: have(&aks.Cluster{Private: inventory.Of(true)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "public", Have: have(&aks.Cluster{Private: inventory.Of(false), Authorized: inventory.Of([]string(nil))}), Want: []checks.Verdict{checks.Fail}, Severity: checks.High},
		{Name: "public for some", Have: have(&aks.Cluster{Private: inventory.Of(false), Authorized: inventory.Of([]string{"203.0.113.0/24"})}), Want: []checks.Verdict{checks.Fail}, Severity: checks.Medium},
		{Name: "ranges hidden", Have: have(&aks.Cluster{Private: inventory.Of(false), Authorized: hidden[[]string]()}), Want: []checks.Verdict{checks.Fail}, Severity: checks.High},
		{Name: "hidden", Have: have(&aks.Cluster{Private: hidden[bool]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
