package aks

import (
	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterPrivate asks that API servers have no public address.
var ClusterPrivate = &checks.Check{
	ID:       "azure-aks-cluster-private",
	Title:    "API servers of clusters have no public address",
	Why:      "A public API server is open to attempts from anywhere, and a stolen credential or a flaw in it works from anywhere.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Kubernetes services > Create > Networking > Enable private cluster, or the cluster > Settings > Networking > API server VNet integration and private access.",
		CLI:       "az aks create --resource-group <group> --name <cluster> --enable-private-cluster",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  private_cluster_enabled = true\n}",
	},
	Aliases: []string{"prowler:aks_clusters_public_access_disabled"},
	Link:    "https://learn.microsoft.com/azure/aks/private-clusters",
	Needs:   []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		private, ok := c.Private.Get(p)
		if !ok || private {
			return
		}
		p.Evidence("enablePrivateCluster", false)
		if restricted, ok := authorized(c).Peek(); ok && restricted {
			p.Rank(checks.Medium)
			p.Failf("the API server has a public address, for authorized ranges only")
			return
		}
		p.Failf("the API server has a public address that is open to all")
	}),
}
