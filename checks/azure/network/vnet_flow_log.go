package network

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// VirtualNetworkFlowLog asks that the traffic of virtual networks is recorded.
var VirtualNetworkFlowLog = &checks.Check{
	ID:       "azure-network-vnet-flow-log",
	Title:    "The traffic of virtual networks is recorded by a flow log",
	Why:      "Without a record of who spoke to whom, an intrusion can neither be noticed in the traffic nor be traced afterwards.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Network Watcher > Logs > Flow logs > Create: flow log type Virtual network, traffic analytics enabled.",
		CLI:       "az network watcher flow-log create --location <region> --resource-group <group> --name <name> --vnet <vnet-id> --storage-account <account-id> --workspace <workspace-id> --enabled true --traffic-analytics true",
		Terraform: "resource \"azurerm_network_watcher_flow_log\" \"example\" {\n  target_resource_id = azurerm_virtual_network.example.id\n  enabled            = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.1.6"}},
	Aliases:  []string{"prowler:network_flow_log_captured_sent"},
	Link:     "https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview",
	Needs:    []inventory.Source{network.VirtualNetworks, network.Subnets, network.FlowLogs},
	Run: checks.Each(network.VirtualNetworks, func(p *checks.Probe, v *network.VirtualNetwork) {
		var hidden inventory.Gaps
		if recorded(p, &hidden, v.Full) {
			return
		}
		subnets, ok := v.Subnets.Get(p)
		if ok && len(subnets) == 0 {
			p.Skipf("the network has no subnets, and so no traffic")
			return
		}
		var bare []string
		for _, id := range subnets {
			if !subnetRecorded(p, &hidden, id) {
				bare = append(bare, id[strings.LastIndex(id, "/")+1:])
			}
		}
		if ok && len(bare) == 0 {
			return
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		p.Evidence("subnetsWithoutFlowLog", bare)
		p.Absentf("no flow log records the network, and none records its subnets %s", some(bare))
	}),
}

// recorded reports whether an enabled flow log has the target.
func recorded(p *checks.Probe, hidden inventory.Reader, target string) bool {
	for _, f := range network.FlowLogsOf.Get(p.Inv, hidden, "", target) {
		if on, ok := f.Enabled.Get(hidden); ok && on {
			return true
		}
	}
	return false
}

// subnetRecorded reports whether a subnet, or the security group that it has,
// is the target of an enabled flow log.
func subnetRecorded(p *checks.Probe, hidden inventory.Reader, id string) bool {
	if recorded(p, hidden, id) {
		return true
	}
	s, ok := network.Subnets.ByID(p.Inv, "", id).Get(hidden)
	if !ok || s == nil {
		return false
	}
	group, ok := s.SecurityGroup.Get(hidden)
	return ok && group != "" && recorded(p, hidden, group)
}
