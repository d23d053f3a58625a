package databricks

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/databricks"
	"demarc/providers/inventory"
)

// WorkspaceNetwork asks that the clusters run in a network of the customer's.
var WorkspaceNetwork = &checks.Check{
	ID:       "azure-databricks-workspace-vnet-injection",
	Title:    "Workspaces run in a virtual network of your own",
	Why:      "In the network that Databricks makes, you can set neither routes nor firewalls nor rules: nothing of yours sees or stops what a cluster sends out.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Databricks > Create > Networking > Deploy Azure Databricks workspace in your own Virtual Network: Yes. A workspace without compute running can also be moved into one.",
		CLI:       "az databricks workspace create --resource-group <group> --name <workspace> --location <location> --sku premium --vnet <network-id> --public-subnet <subnet> --private-subnet <subnet>",
		Terraform: "resource \"azurerm_databricks_workspace\" \"example\" {\n  custom_parameters {\n    virtual_network_id  = azurerm_virtual_network.example.id\n    public_subnet_name  = azurerm_subnet.public.name\n    private_subnet_name = azurerm_subnet.private.name\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"2.1.1"}},
	Aliases:  []string{"prowler:databricks_workspace_vnet_injection_enabled"},
	Link:     "https://learn.microsoft.com/azure/databricks/security/network/classic/vnet-inject",
	Needs:    []inventory.Source{databricks.Workspaces},
	Run: classic(func(p *checks.Probe, w *databricks.Workspace) {
		if network, ok := w.Network.Get(p); ok && network == "" {
			p.Evidence("customVirtualNetworkId", "none")
			p.Failf("the clusters run in a network that Databricks made")
		}
	}),
}
