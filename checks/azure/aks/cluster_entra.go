package aks

import (
	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterEntra asks that people log in to clusters with Entra accounts.
var ClusterEntra = &checks.Check{
	ID:       "azure-aks-cluster-entra",
	Title:    "Users of clusters are authenticated by Microsoft Entra ID",
	Why:      "Without it, people share certificates that know no multi-factor authentication and no conditional access, and that nobody takes away.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Kubernetes services > the cluster > Settings > Security configuration > Authentication and Authorization: Microsoft Entra ID.",
		CLI:       "az aks update --resource-group <group> --name <cluster> --enable-aad --aad-admin-group-object-ids <group-id>",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  azure_active_directory_role_based_access_control {\n    azure_rbac_enabled     = true\n    admin_group_object_ids = [\"<group-id>\"]\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/aks/enable-authentication-microsoft-entra-id",
	Needs: []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		switch how, ok := c.Entra.Get(p); {
		case !ok || how == "managed":
		case how == "legacy":
			p.Evidence("aadProfile", how)
			p.Failf("users are authenticated by the retired integration with applications of your own")
		default:
			p.Evidence("aadProfile", how)
			p.Failf("users are not authenticated by Entra ID")
		}
	}),
}
