package aks

import (
	"demarc/checks"
	"demarc/providers/azure/aks"
	"demarc/providers/inventory"
)

// ClusterMonitor asks that clusters are watched.
var ClusterMonitor = &checks.Check{
	ID:       "azure-aks-cluster-azure-monitor",
	Title:    "Clusters are watched by Azure Monitor",
	Why:      "Without logs or metrics of the nodes and pods, neither an attack nor a failure is seen until a user calls.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Kubernetes services > the cluster > Monitoring > Monitor > Configure: container logs or Prometheus metrics.",
		CLI:       "az aks enable-addons --resource-group <group> --name <cluster> --addons monitoring --workspace-resource-id <log-analytics-id>",
		Terraform: "resource \"azurerm_kubernetes_cluster\" \"example\" {\n  oms_agent {\n    log_analytics_workspace_id      = azurerm_log_analytics_workspace.example.id\n    msi_auth_for_monitoring_enabled = true\n  }\n}",
	},
	Aliases: []string{"prowler:aks_cluster_azure_monitor_enabled"},
	Link:    "https://learn.microsoft.com/azure/azure-monitor/containers/kubernetes-monitoring-enable",
	Needs:   []inventory.Source{aks.Clusters},
	Run: each(func(p *checks.Probe, c *aks.Cluster) {
		if on, ok := inventory.Or(c.ContainerLogs, c.Prometheus).Get(p); ok && !on {
			p.Evidence("containerInsights", false)
			p.Evidence("managedPrometheus", false)
			p.Failf("neither Container insights nor managed Prometheus is on")
		}
	}),
}
