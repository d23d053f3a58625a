package aks

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// NodePublicIP asks that nodes have no addresses of their own.
var NodePublicIP = &checks.Check{
	ID:       "azure-aks-node-public-ip",
	Title:    "Nodes of clusters have no public addresses",
	Why:      "Each node with a public address is a computer on the internet: a port that a pod opens on its host, or SSH, can be attacked directly.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Kubernetes services > the cluster > Settings > Node pools: make a pool without Enable public IP per node, move the workloads, delete the old pool.",
		CLI:       "az aks nodepool add --resource-group <group> --cluster-name <cluster> --name <pool>",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  default_node_pool {\n    name                   = \"system\"\n    vm_size                = \"Standard_D4ds_v5\"\n    node_public_ip_enabled = false\n  }\n}",
	},
	Aliases: []string{"prowler:aks_clusters_created_with_private_nodes"},
	Link:    "https://learn.microsoft.com/azure/aks/use-node-public-ips",
	Needs:   []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		pools, _ := c.Pools.Get(p)
		open := []string{}
		for _, pool := range pools {
			if public, ok := pool.PublicIP.Get(p); ok && public {
				open = append(open, pool.Name)
			}
		}
		if len(open) > 0 {
			p.Evidence("pools", open)
			p.Failf("each node of %s has a public address", strings.Join(open, ", "))
		}
	}),
}
