package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterVersion(t *testing.T) {
	place := func(plans inventory.Known[[]string]) inventory.Part {
		c := &aks.Cluster{Resource: inventory.Resource{Account: inventory.FixtureAccount, Region: "westeurope"}}
		return inventory.Rows(aks.Locations, &aks.Location{
			Resource: inventory.Resource{ID: "westeurope", Full: aks.LocationOf(c), Region: "westeurope"},
			Versions: inventory.Of([]aks.Version{{Minor: "1.32", Plans: inventory.Of([]string{"KubernetesOfficial", "AKSLongTermSupport"})}, {Minor: "1.30", Plans: plans}}),
		})
	}
	lts := place(inventory.Of([]string{"AKSLongTermSupport"}))
	runs := func(plan, version string, pool inventory.Known[string]) inventory.Part {
		c := &aks.Cluster{SupportPlan: inventory.Of(plan), Version: inventory.Of(version), Pools: inventory.Of([]aks.Pool{{Name: "system", Version: pool}})}
		part := rows(c)
		c.Region = "westeurope"
		return part
	}
	const official, long = "KubernetesOfficial", "AKSLongTermSupport"
	checktest.Run(t, ClusterVersion, []checktest.Case{
		{Name: "current", Have: inventory.Fixture(lts, runs(official, "1.32.4", inventory.Of("1.32.2"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "long-term support", Have: inventory.Fixture(lts, runs(long, "1.30.9", inventory.Of("1.30.9"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "without the plan", Have: inventory.Fixture(lts, runs(official, "1.30.9", inventory.Of("1.30.9"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "old", Have: inventory.Fixture(lts, runs(long, "1.29.1", inventory.Of("1.32"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "a pool is old", Have: inventory.Fixture(lts, runs(official, "1.32.4", inventory.Of("1.3.2"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "a pool is hidden", Have: inventory.Fixture(lts, runs(official, "1.32.4", hidden[string]())), Want: []checks.Verdict{checks.Unknown}},
		{Name: "plans hidden", Have: inventory.Fixture(place(hidden[[]string]()), runs(official, "1.30.4", inventory.Of("1.32.4"))), Want: []checks.Verdict{checks.Unknown}},
		{Name: "no such version", Have: inventory.Fixture(lts, runs(official, "", inventory.Of("1.32.4"))), Want: []checks.Verdict{checks.Unknown}},
		{Name: "region not listed", Have: inventory.Fixture(inventory.Rows(aks.Locations), runs(official, "1.32.4", inventory.Of("1.32.4"))), Want: []checks.Verdict{checks.Unknown}},
	})
}
