package aks

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// Unmanaged leaves patches to the system, which does not restart for them, and
// which on Windows takes none.
var nodeOSChannels = &checks.Param{Name: "channels", Default: []string{"NodeImage", "SecurityPatch"}, Source: "Microsoft Learn, \"Autoupgrade node OS images\""}

// NodeOSUpgrade asks that the nodes are patched.
var NodeOSUpgrade = &checks.Check{
	ID:       "azure-aks-node-os-upgrade",
	Title:    "The operating system of nodes is patched by AKS",
	Why:      "Kernel and container runtime flaws let a pod break out to its node; nodes are only safe from the known ones when they are re-imaged or patched, and restarted.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Kubernetes services > the cluster > Settings > Upgrades > Node images > Node security channel type: SecurityPatch or NodeImage.",
		CLI:       "az aks update --resource-group <group> --name <cluster> --node-os-upgrade-channel NodeImage",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  node_os_upgrade_channel = \"NodeImage\"\n}",
	},
	Link:   "https://learn.microsoft.com/azure/aks/auto-upgrade-node-os-image",
	Params: []*checks.Param{nodeOSChannels},
	Needs:  []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		patched := inventory.Map(c.NodeOSChannel, func(s string) bool { return oneOf(s, p.Strings(nodeOSChannels)) })
		images := inventory.Map(c.UpgradeChannel, func(s string) bool { return strings.EqualFold(s, "node-image") })
		if on, ok := inventory.Or(patched, images).Get(p); ok && !on {
			channel, _ := c.NodeOSChannel.Peek()
			p.Evidence("nodeOSUpgradeChannel", channel)
			p.Failf("with the node OS channel %s, AKS does not keep the nodes patched", channel)
		}
	}),
}
