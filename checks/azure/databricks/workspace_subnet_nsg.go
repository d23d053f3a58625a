package databricks

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/databricks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// WorkspaceSecurityGroups asks that the subnets of the clusters have security groups.
var WorkspaceSecurityGroups = &checks.Check{
	ID:       "azure-databricks-workspace-subnet-nsg",
	Title:    "The subnets of a workspace's clusters have a network security group",
	Why:      "Without one, whatever reaches the network reaches every port of the clusters, and they reach everything in turn.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Virtual networks > the network > Settings > Subnets > the host and the container subnet > Network security group.",
		CLI:       "az network vnet subnet update --resource-group <group> --vnet-name <vnet> --name <subnet> --network-security-group <nsg>",
		Terraform: "resource \"azurerm_subnet_network_security_group_association\" \"example\" {\n  subnet_id                 = azurerm_subnet.public.id\n  network_security_group_id = azurerm_network_security_group.example.id\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.2"}},
	Link:     "https://learn.microsoft.com/azure/databricks/security/network/classic/vnet-inject",
	Needs:    []inventory.Source{databricks.Workspaces, network.Subnets},
	Run: classic(func(p *checks.Probe, w *databricks.Workspace) {
		own, ok := w.Network.Get(p)
		if ok && own == "" {
			p.Skipf("the network is Databricks' own, with a security group that it manages")
		}
		if !ok || own == "" {
			return
		}
		ids, _ := w.Subnets.Get(p)
		for _, id := range ids {
			group, ok := inventory.Then(network.Find(p.Inv, network.Subnets, w.Account, id), func(s *network.Subnet) inventory.Known[string] {
				return s.SecurityGroup
			}).Get(p)
			if ok && group == "" {
				p.Evidence("subnet", id)
				p.Failf("the subnet %s has no network security group", id[strings.LastIndex(id, "/")+1:])
			}
		}
	}),
}
