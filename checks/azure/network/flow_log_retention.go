package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

var minFlowLogDays = &checks.Param{Name: "minDays", Default: 90, Unit: "days", Source: "CIS Azure 6.0, 7.5 and 7.8"}

// SecurityGroupFlowLogRetention asks that security groups' flow logs are kept long enough.
var SecurityGroupFlowLogRetention = &checks.Check{
	ID:       "azure-network-nsg-flow-log-retention",
	Title:    "Flow logs of security groups are kept for at least 90 days",
	Why:      "Intrusions are found after months more often than after days; a record that is gone by then explains nothing.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Network Watcher > Logs > Flow logs > the flow log > Retention (days): 90 or more, or 0 to keep the records.",
		CLI:       "az network watcher flow-log update --location <region> --name <flow-log> --retention 90",
		Terraform: "resource \"azurerm_network_watcher_flow_log\" \"example\" {\n  retention_policy {\n    enabled = true\n    days    = 90\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.5"}},
	Aliases:  []string{"prowler:network_flow_log_more_than_90_days"},
	Link:     "https://learn.microsoft.com/azure/network-watcher/flow-logs-read",
	Params:   []*checks.Param{minFlowLogDays},
	Needs:    []inventory.Source{network.FlowLogs},
	Run: checks.Each(network.FlowLogs, func(p *checks.Probe, f *network.FlowLog) {
		target, ok := f.Target.Get(p)
		if !ok {
			return
		}
		if kind := network.TargetKind(target); kind != "networksecuritygroups" {
			p.Skipf("the flow log records no security group")
			return
		}
		retained(p, f)
	}),
}

// VirtualNetworkFlowLogRetention asks that virtual networks' flow logs are kept long enough.
var VirtualNetworkFlowLogRetention = &checks.Check{
	ID:       "azure-network-vnet-flow-log-retention",
	Title:    "Flow logs of virtual networks are kept for at least 90 days",
	Why:      "Intrusions are found after months more often than after days; a record that is gone by then explains nothing.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Network Watcher > Logs > Flow logs > the flow log > Retention (days): 90 or more, or 0 to keep the records.",
		CLI:       "az network watcher flow-log update --location <region> --name <flow-log> --retention 90",
		Terraform: "resource \"azurerm_network_watcher_flow_log\" \"example\" {\n  retention_policy {\n    enabled = true\n    days    = 90\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.8"}},
	Aliases:  []string{"prowler:network_flow_log_more_than_90_days"},
	Link:     "https://learn.microsoft.com/azure/network-watcher/flow-logs-read",
	Params:   []*checks.Param{minFlowLogDays},
	Needs:    []inventory.Source{network.FlowLogs},
	Run: checks.Each(network.FlowLogs, func(p *checks.Probe, f *network.FlowLog) {
		target, ok := f.Target.Get(p)
		if !ok {
			return
		}
		if kind := network.TargetKind(target); kind == "networksecuritygroups" {
			p.Skipf("the flow log records a security group")
			return
		}
		retained(p, f)
	}),
}

// retained reports records that are deleted too soon. Without a policy they are
// kept until somebody deletes them.
func retained(p *checks.Probe, f *network.FlowLog) {
	days, ok := f.Retention.Get(p)
	if want := p.Int(minFlowLogDays); ok && days > 0 && days < want {
		p.Evidence("retentionDays", days)
		p.Failf("the records are deleted after %d days, before the %d are over", days, want)
	}
}
