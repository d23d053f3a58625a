package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// BastionExists asks that there is a bastion host where there are machines.
var BastionExists = &checks.Check{
	ID:       "azure-network-bastion-exists",
	Title:    "Virtual machines are reached through a bastion host",
	Why:      "Without a bastion, machines are reached over open management ports and public addresses; a bastion asks for an Entra login and opens neither.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Bastions > Create: in the virtual network of the machines, or in one that is peered with it.",
		CLI:       "az network bastion create --resource-group <group> --name <bastion> --vnet-name <vnet> --public-ip-address <address>",
		Terraform: "resource \"azurerm_bastion_host\" \"example\" {\n  ip_configuration {\n    name                 = \"configuration\"\n    subnet_id            = azurerm_subnet.bastion.id\n    public_ip_address_id = azurerm_public_ip.example.id\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.4.1"}},
	Aliases:  []string{"prowler:network_bastion_host_exists"},
	Link:     "https://learn.microsoft.com/azure/bastion/bastion-overview",
	Needs:    []inventory.Source{network.BastionHosts, network.Interfaces, network.VirtualNetworks},
	Run: checks.Account(func(p *checks.Probe) {
		var hidden inventory.Gaps
		peers, away := map[string]bool{}, false
		for v := range network.VirtualNetworks.Own(p.Inv, &hidden) {
			ids, _ := v.Peers.Get(&hidden)
			for _, id := range ids {
				peers[id] = true
				away = away || network.SubscriptionOf(id) != p.Inv.Account
			}
		}
		for b := range network.BastionHosts.All(p.Inv, &hidden) {
			if b.Account == p.Inv.Account {
				return
			}
			networks, _ := b.Networks.Get(&hidden)
			for _, id := range networks {
				if peers[id] {
					return
				}
			}
		}
		machines := 0
		for n := range network.Interfaces.Own(p.Inv, &hidden) {
			if id, ok := n.Machine.Get(&hidden); ok && id != "" {
				machines++
			}
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		if machines == 0 {
			p.Skipf("no network interface belongs to a virtual machine")
			return
		}
		if away { // the hub of the networks may hold a bastion that was not listed
			p.Missed(inventory.Gap{Reason: inventory.OtherAccount, Where: "the virtual networks of other subscriptions that are peered with this one's"})
		}
		p.Evidence("interfacesOfMachines", machines)
		p.Absentf("%d interfaces of virtual machines, and no bastion host in the subscription or in a peered network", machines)
	}),
}
