package aks

import (
	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterWorkloadIdentity asks that pods get Entra tokens of their own.
var ClusterWorkloadIdentity = &checks.Check{
	ID:       "azure-aks-cluster-workload-identity",
	Title:    "Pods of clusters can have workload identities",
	Why:      "Without them, pods reach Azure with secrets that are stored somewhere, or with the identity of the node, which every pod on it shares.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Kubernetes services > the cluster > Settings > Security configuration > OIDC and Workload Identity.",
		CLI:       "az aks update --resource-group <group> --name <cluster> --enable-oidc-issuer --enable-workload-identity",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  oidc_issuer_enabled       = true\n  workload_identity_enabled = true\n}",
	},
	Link:  "https://learn.microsoft.com/azure/aks/workload-identity-overview",
	Needs: []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		if both, ok := inventory.And(c.OIDCIssuer, c.WorkloadIdentity).Get(p); ok && !both {
			for name, k := range map[string]inventory.Known[bool]{"oidcIssuer": c.OIDCIssuer, "workloadIdentity": c.WorkloadIdentity} {
				if on, ok := k.Peek(); ok {
					p.Evidence(name, on)
				}
			}
			p.Failf("the OIDC issuer or workload identity is off")
		}
	}),
}
