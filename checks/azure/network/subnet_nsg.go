package network

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// withoutGroup are subnets that take no security group, or are not to have one:
// "Azure network security groups overview" and the pages of the services.
var withoutGroup = []string{"GatewaySubnet", "AzureFirewallSubnet", "AzureFirewallManagementSubnet", "RouteServerSubnet"}

// SubnetSecurityGroup asks that every subnet has a security group.
var SubnetSecurityGroup = &checks.Check{
	ID:       "azure-network-subnet-nsg",
	Title:    "Subnets have a network security group",
	Why:      "Without a security group, whoever reaches the network reaches every port of everything in the subnet.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Virtual networks > the network > Settings > Subnets > the subnet > Network security group.",
		CLI:       "az network vnet subnet update --resource-group <group> --vnet-name <vnet> --name <subnet> --network-security-group <nsg>",
		Terraform: "resource \"azurerm_subnet_network_security_group_association\" \"example\" {\n  subnet_id                 = azurerm_subnet.example.id\n  network_security_group_id = azurerm_network_security_group.example.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.11"}},
	Aliases:  []string{"prowler:network_subnet_nsg_associated"},
	Link:     "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
	Needs:    []inventory.Source{network.Subnets},
	Run: checks.Each(network.Subnets, func(p *checks.Probe, s *network.Subnet) {
		if slices.ContainsFunc(withoutGroup, func(name string) bool { return strings.EqualFold(name, s.ID) }) {
			p.Skipf("%s takes no security group", s.ID)
			return
		}
		if group, ok := s.SecurityGroup.Get(p); ok && group == "" {
			p.Evidence("networkSecurityGroup", "none")
			p.Failf("the subnet has no network security group")
		}
	}),
}
