package network

import (
	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// InterfacePublicIP asks that interfaces have no public address.
var InterfacePublicIP = &checks.Check{
	ID:       "azure-network-interface-public-ip",
	Title:    "Network interfaces have no public address",
	Why:      "A machine with an address of its own is found by every scanner; behind a gateway, a load balancer or a bastion it is reached only through what is meant.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Network interfaces > the interface > Settings > IP configurations > the configuration > Associate public IP address: off.",
		CLI:       "az network nic ip-config update --resource-group <group> --nic-name <interface> --name <configuration> --remove publicIPAddress",
		Terraform: "resource \"azurerm_network_interface\" \"example\" {\n  ip_configuration {\n    name                          = \"primary\"\n    private_ip_address_allocation = \"Dynamic\"\n    public_ip_address_id          = null\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
	Needs: []inventory.Source{network.Interfaces},
	Run: checks.Each(network.Interfaces, func(p *checks.Probe, n *network.Interface) {
		if addresses, ok := n.PublicIPs.Get(p); ok && len(addresses) > 0 {
			p.Evidence("publicIPAddresses", addresses)
			if machine, ok := n.Machine.Get(p); ok && machine == "" {
				p.Rank(checks.Low) // it leads nowhere yet
			}
			p.Failf("the interface has a public address")
		}
	}),
}
