package aks

import (
	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterLocalAccounts asks that the static administrator's credentials do not work.
var ClusterLocalAccounts = &checks.Check{
	ID:       "azure-aks-cluster-local-accounts",
	Title:    "Local accounts of clusters are disabled",
	Why:      "The certificate of the local administrator has all rights, names nobody in the logs, and is not taken away when its holder leaves.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Kubernetes services > the cluster > Settings > Security configuration > Kubernetes local accounts: off. The cluster must know Entra users first.",
		CLI:       "az aks update --resource-group <group> --name <cluster> --disable-local-accounts",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  local_account_disabled = true\n}",
	},
	Aliases: []string{"prowler:aks_cluster_local_accounts_disabled"},
	Link:    "https://learn.microsoft.com/azure/aks/manage-local-accounts-managed-azure-ad",
	Needs:   []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		if v, ok := c.LocalAccounts.Get(p); ok && v {
			p.Evidence("disableLocalAccounts", false)
			p.Failf("credentials of the local administrator can be had, and work")
		}
	}),
}
