package aks

import (
	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterDefender asks that Defender watches the nodes.
var ClusterDefender = &checks.Check{
	ID:       "azure-aks-cluster-defender",
	Title:    "Clusters have the Defender sensor",
	Why:      "Without the sensor, nothing notices a miner, a reverse shell or a tampered process on the nodes while it runs.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Microsoft Defender for Cloud > Environment settings > the subscription > Containers > Settings > Defender sensor: On.",
		CLI:       "az aks update --resource-group <group> --name <cluster> --enable-defender",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  microsoft_defender {\n    log_analytics_workspace_id = azurerm_log_analytics_workspace.example.id\n  }\n}",
	},
	Aliases: []string{"prowler:aks_cluster_defender_enabled"},
	Link:    "https://learn.microsoft.com/azure/defender-for-cloud/defender-for-containers-introduction",
	Needs:   []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		if v, ok := c.Defender.Get(p); ok && !v {
			p.Evidence("securityMonitoring", false)
			p.Failf("the Defender sensor is off")
		}
	}),
}
