package aks

import (
	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterDisks asks that the disks of nodes are encrypted with the customer's key.
var ClusterDisks = &checks.Check{
	ID:       "azure-aks-cluster-disk-cmk",
	Title:    "Disks of nodes are encrypted with a customer-managed key",
	Why:      "With a key of your own, you decide who may read the disks of nodes and volumes, and can take it away from everybody at once.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "It can be set only when a cluster is made: Kubernetes services > Create > Advanced > a disk encryption set. Make a new cluster and move the workloads.",
		CLI:       "az aks create --resource-group <group> --name <cluster> --node-osdisk-diskencryptionset-id <set-id>",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  disk_encryption_set_id = azurerm_disk_encryption_set.example.id\n}",
	},
	Link:  "https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys",
	Needs: []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		if set, ok := c.DiskEncryption.Get(p); ok && set == "" {
			p.Evidence("diskEncryptionSetID", "none")
			p.Failf("the disks of nodes are encrypted with a key of the platform only")
		}
	}),
}
