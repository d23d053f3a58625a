package aks

import (
	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterRBAC asks that Kubernetes' role-based access control is on.
var ClusterRBAC = &checks.Check{
	ID:       "azure-aks-cluster-rbac",
	Title:    "Clusters have Kubernetes role-based access control",
	Why:      "Without roles, whoever can log in to the cluster, or runs a pod in it, is its administrator.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "It can be set only when a cluster is made: Kubernetes services > Create > Access > Authentication and Authorization: one with Kubernetes RBAC. Make a new cluster and move the workloads.",
		CLI:       "az aks create --resource-group <group> --name <cluster> --enable-aad",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  role_based_access_control_enabled = true\n}",
	},
	Aliases: []string{"prowler:aks_cluster_rbac_enabled"},
	Link:    "https://learn.microsoft.com/azure/aks/concepts-identity",
	Needs:   []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		if v, ok := c.RBAC.Get(p); ok && !v {
			p.Evidence("enableRBAC", false)
			p.Failf("Kubernetes role-based access control is off")
		}
	}),
}
