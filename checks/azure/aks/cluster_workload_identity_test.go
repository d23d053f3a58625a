package aks

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

func TestClusterWorkloadIdentity(t *testing.T) {
	checktest.Run(t, ClusterWorkloadIdentity, []checktest.Case{
		{Name: "both", Have: have(&aks.Cluster{OIDCIssuer: inventory.Of(true), WorkloadIdentity: inventory.Of(true)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "issuer only", Have: have(&aks.Cluster{OIDCIssuer: inventory.Of(true), WorkloadIdentity: inventory.Of(false)}), Want: []checks.Verdict{checks.Fail}},
		{Name: "one off, one hidden", Have: have(&aks.Cluster{OIDCIssuer: inventory.Of(false), WorkloadIdentity: hidden[bool]()}), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(&aks.Cluster{OIDCIssuer: inventory.Of(true), WorkloadIdentity: hidden[bool]()}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "being deleted", Have: inventory.Fixture(inventory.Rows(aks.Clusters, &aks.Cluster{Resource: res("c"), State: inventory.Of("Deleting")})), Want: []checks.Verdict{checks.NotApplicable}},
	})
}
