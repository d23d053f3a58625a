package aks

import (
	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// node-image upgrades the image of the nodes, and leaves Kubernetes as it is.
var upgradeChannels = &checks.Param{Name: "channels", Default: []string{"patch", "stable", "rapid"}, Source: "Microsoft Learn, \"Automatically upgrade an Azure Kubernetes Service cluster\""}

// ClusterUpgrade asks that Kubernetes is kept current.
var ClusterUpgrade = &checks.Check{
	ID:       "azure-aks-cluster-auto-upgrade",
	Title:    "Kubernetes is upgraded automatically",
	Why:      "Each version is supported for about a year and gets security fixes in patches: a cluster that waits for somebody falls behind.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Kubernetes services > the cluster > Settings > Upgrades > Upgrade > Automatic upgrade: patch, stable or rapid.",
		CLI:       "az aks update --resource-group <group> --name <cluster> --auto-upgrade-channel stable",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  automatic_upgrade_channel = \"stable\"\n}",
	},
	Aliases: []string{"prowler:aks_cluster_auto_upgrade_enabled"},
	Link:    "https://learn.microsoft.com/azure/aks/auto-upgrade-cluster",
	Params:  []*checks.Param{upgradeChannels},
	Needs:   []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		if channel, ok := c.UpgradeChannel.Get(p); ok && !oneOf(channel, p.Strings(upgradeChannels)) {
			p.Evidence("upgradeChannel", channel)
			p.Failf("the upgrade channel %s does not keep Kubernetes current", channel)
		}
	}),
}
