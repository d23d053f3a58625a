package aks

import (
	"demarc/checks"
	"demarc/providers/azure/access"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterAuthorizedRanges asks that public API servers are open to named addresses only.
var ClusterAuthorizedRanges = &checks.Check{
	ID:       "azure-aks-cluster-authorized-ip-ranges",
	Title:    "Public API servers are open to authorized ranges of addresses only",
	Why:      "Open to all addresses, the API server is found by scanners within hours, and a stolen credential works from anywhere.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Kubernetes services > the cluster > Settings > Networking > Resource settings > Set authorized IP ranges.",
		CLI:       "az aks update --resource-group <group> --name <cluster> --api-server-authorized-ip-ranges <range>,<range>",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  api_server_access_profile {\n    authorized_ip_ranges = [\"203.0.113.0/24\"]\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
	Needs: []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		private, ok := c.Private.Get(p)
		if ok && private {
			p.Skipf("the API server of a private cluster has no public address")
		}
		if !ok || private {
			return
		}
		if restricted, ok := authorized(c).Get(p); ok && !restricted {
			ranges, _ := c.Authorized.Peek()
			p.Evidence("authorizedIPRanges", ranges)
			p.Failf("the API server is open to all addresses")
		}
	}),
}

// authorized reports whether ranges keep anybody from a public API server.
func authorized(c *aks.Cluster) inventory.Known[bool] {
	return inventory.Map(c.Authorized, func(ranges []string) bool { return len(ranges) > 0 && !access.Internet(ranges) })
}
