package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// FlowLogAnalytics asks that flow logs are on and go to Log Analytics.
var FlowLogAnalytics = &checks.Check{
	ID:       "azure-network-flow-log-analytics",
	Title:    "Flow logs are on and go to a Log Analytics workspace",
	Why:      "Records that only lie in a storage account are read by nobody; traffic analytics makes them searchable and tells of malicious flows.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Network Watcher > Logs > Flow logs > the flow log > Traffic analytics: Enable.",
		CLI:       "az network watcher flow-log update --location <region> --name <flow-log> --enabled true --traffic-analytics true --workspace <workspace-id>",
		Terraform: "resource \"azurerm_network_watcher_flow_log\" \"example\" {\n  enabled = true\n  traffic_analytics {\n    enabled = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.1.5", "6.1.1.6"}},
	Aliases:  []string{"prowler:network_flow_log_captured_sent"},
	Link:     "https://learn.microsoft.com/azure/network-watcher/traffic-analytics",
	Needs:    []inventory.Source{network.FlowLogs},
	Run: checks.Each(network.FlowLogs, func(p *checks.Probe, f *network.FlowLog) {
		if on, ok := f.Enabled.Get(p); ok && !on {
			p.Evidence("enabled", false)
			p.Failf("the flow log is off")
		}
		if on, ok := f.Analytics.Get(p); ok && !on {
			p.Evidence("trafficAnalytics", false)
			p.Failf("the records go to no Log Analytics workspace")
		}
	}),
}
