package aks

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterNetworkPolicy asks that network policies are enforced.
var ClusterNetworkPolicy = &checks.Check{
	ID:       "azure-aks-cluster-network-policy",
	Title:    "Clusters enforce network policies",
	Why:      "Without an engine that enforces them, network policies are ignored silently, and one broken pod reaches all others.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Kubernetes services > the cluster > Settings > Networking > Network policy: Cilium, Azure or Calico.",
		CLI:       "az aks update --resource-group <group> --name <cluster> --network-policy cilium --network-dataplane cilium",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  network_profile {\n    network_plugin = \"azure\"\n    network_policy = \"cilium\"\n  }\n}",
	},
	Aliases: []string{"prowler:aks_network_policy_enabled"},
	Link:    "https://learn.microsoft.com/azure/aks/use-network-policies",
	Needs:   []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		policy, ok := c.NetworkPolicy.Get(p)
		switch {
		case !ok:
			return
		case slices.ContainsFunc([]string{"azure", "calico", "cilium"}, func(s string) bool { return strings.EqualFold(s, policy) }):
			return
		case policy != "" && !strings.EqualFold(policy, "none"):
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the network policy engine " + policy + " is not a known one"})
			return
		}
		plugin, ok := c.NetworkPlugin.Get(p)
		if !ok {
			return
		}
		if strings.EqualFold(plugin, "none") {
			p.Missed(inventory.Gap{Reason: inventory.Unsupported, Where: "what a network plugin enforces that the cluster brings itself"})
			return
		}
		p.Evidence("networkPolicy", "none")
		p.Evidence("networkPlugin", plugin)
		p.Failf("nothing enforces network policies")
	}),
}
