package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterAuthorizedRanges(t *testing.T) {
	checktest.Run(t, ClusterAuthorizedRanges, []checktest.Case{
		{Name: "an office", Have: have(&aks.Cluster{Private: inventory.Of(false), Authorized: inventory.Of([]string{"203.0.113.0/24", "198.51.100.7/32"})}), Want: []checks.Verdict{checks.Pass}},
		{Name: "none named", Have: have(&aks.Cluster{Private: inventory.Of(false), Authorized: inventory.Of([]string{})}), Want: []checks.Verdict{checks.Fail}},
		{Name: "all, in halves", Have: have(&aks.Cluster{Private: inventory.Of(false), Authorized: inventory.Of([]string{"0.0.0.0/1", "128.0.0.0/1"})}), Want: []checks.Verdict{checks.Fail}},
		{Name: "private", Have: have(&aks.Cluster{Private: inventory.Of(true), Authorized: inventory.Of([]string{})}), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "privacy hidden", Have: have(&aks.Cluster{Private: hidden[bool](), Authorized: inventory.Of([]string{})}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(&aks.Cluster{Private: inventory.Of(false), Authorized: hidden[[]string]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
