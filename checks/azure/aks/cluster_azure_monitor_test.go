package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterMonitor(t *testing.T) {
	checktest.Run(t, ClusterMonitor, []checktest.Case{
		{Name: "logs", Have: have(&aks.Cluster{ContainerLogs: inventory.Of(true), Prometheus: hidden[bool]()}), Want: []checks.Verdict{checks.Pass}},
		{Name: "metrics", Have: have(&aks.Cluster{ContainerLogs: inventory.Of(false), Prometheus: inventory.Of(true)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "neither", Have: have(&aks.Cluster{ContainerLogs: inventory.Of(false), Prometheus: inventory.Of(false)}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(&aks.Cluster{ContainerLogs: hidden[bool](), Prometheus: inventory.Of(false)}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
