package network

import (
	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// InterfaceIPForwarding asks that interfaces take only what is theirs.
var InterfaceIPForwarding = &checks.Check{
	ID:       "azure-network-interface-ip-forwarding",
	Title:    "Network interfaces do not forward packets",
	Why:      "A machine that forwards packets is a router: whoever takes it over reads and redirects the traffic of others. Only network appliances need it.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Network interfaces > the interface > Settings > IP configurations > Enable IP forwarding: off.",
		CLI:       "az network nic update --resource-group <group> --name <interface> --ip-forwarding false",
		Terraform: "resource \"azurerm_network_interface\" \"example\" {\n  ip_forwarding_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface",
	Needs: []inventory.Source{network.Interfaces},
	Run: checks.Each(network.Interfaces, func(p *checks.Probe, n *network.Interface) {
		if on, ok := n.Forwarding.Get(p); ok && on {
			p.Evidence("enableIPForwarding", true)
			p.Failf("the interface forwards packets that are not for it")
		}
	}),
}
