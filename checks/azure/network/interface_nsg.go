package network

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// InterfaceSecurityGroup asks that public interfaces are behind a security group.
var InterfaceSecurityGroup = &checks.Check{
	ID:       "azure-network-interface-nsg",
	Title:    "Interfaces with a public address are behind a security group",
	Why:      "With a Basic address and no security group, every port of the machine is open to the internet; with a Standard one, the first group that somebody adds in haste decides.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Network interfaces > the interface > Settings > Network security group.",
		CLI:       "az network nic update --resource-group <group> --name <interface> --network-security-group <nsg>",
		Terraform: "resource \"azurerm_network_interface_security_group_association\" \"example\" {\n  network_interface_id      = azurerm_network_interface.example.id\n  network_security_group_id = azurerm_network_security_group.example.id\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works",
	Needs: []inventory.Source{network.Interfaces, network.Subnets, network.PublicIPs},
	Run: checks.Each(network.Interfaces, func(p *checks.Probe, n *network.Interface) {
		addresses, ok := n.PublicIPs.Get(p)
		if !ok {
			return
		}
		if len(addresses) == 0 {
			p.Skipf("the interface has no public address")
			return
		}
		own, ok := n.SecurityGroup.Get(p)
		if !ok || own != "" {
			return
		}
		subnets, ok := n.Subnets.Get(p)
		if !ok {
			return
		}
		for _, id := range subnets {
			s, ok := network.Find(p.Inv, network.Subnets, n.Account, id).Get(p)
			if !ok {
				continue
			}
			if group, ok := s.SecurityGroup.Get(p); ok && group == "" {
				p.Evidence("subnet", s.Name)
				lookAtAddress(p, n, addresses)
				p.Failf("neither the interface nor its subnet has a network security group")
				return
			}
		}
	}),
}

// lookAtAddress makes the violation a lesser one where all addresses are closed
// by themselves: those of the Standard SKU admit nothing without a group.
func lookAtAddress(p *checks.Probe, n *network.Interface, ids []string) {
	for _, id := range ids {
		a, ok := network.Find(p.Inv, network.PublicIPs, n.Account, id).Get(p)
		if !ok {
			return
		}
		if sku, ok := a.SKU.Get(p); !ok || strings.EqualFold(sku, "Basic") {
			return
		}
	}
	p.Rank(checks.Medium)
}
