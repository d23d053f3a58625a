package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// VirtualNetworkDDoS asks that virtual networks have a DDoS protection plan.
var VirtualNetworkDDoS = &checks.Check{
	ID:       "azure-network-vnet-ddos",
	Title:    "Virtual networks are protected by a DDoS protection plan",
	Why:      "Without a plan, only the protection of the platform as a whole stands between an attack and the addresses of the network: it does not know their usual traffic, gives no alerts and no help.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Virtual networks > the network > Settings > DDoS protection: Enable, and choose a plan.",
		CLI:       "az network vnet update --resource-group <group> --name <vnet> --ddos-protection true --ddos-protection-plan <plan-id>",
		Terraform: "resource \"azurerm_virtual_network\" \"example\" {\n  ddos_protection_plan {\n    id     = azurerm_network_ddos_protection_plan.example.id\n    enable = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.5"}},
	Aliases:  []string{"prowler:network_vnet_ddos_protection_enabled"},
	Link:     "https://learn.microsoft.com/azure/ddos-protection/ddos-protection-overview",
	Needs:    []inventory.Source{network.VirtualNetworks},
	Run: checks.Each(network.VirtualNetworks, func(p *checks.Probe, v *network.VirtualNetwork) {
		if on, ok := v.DDoSProtection.Get(p); ok && !on {
			p.Evidence("enableDdosProtection", false)
			p.Failf("the network has no DDoS protection plan")
		}
	}),
}
