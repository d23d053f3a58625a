package appservice

import (
	"demarc/checks"
	"demarc/providers/azure/appservice"
	"demarc/providers/inventory"
)

// FunctionVirtualNetwork asks that function apps go out through a virtual network.
var FunctionVirtualNetwork = &checks.Check{
	ID:       "azure-appservice-function-vnet-integration",
	Title:    "Function apps are integrated with a virtual network",
	Why:      "Without it, the databases and vaults that the app uses have to be open to public networks.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Function App > the app > Settings > Networking > Virtual network integration: Add.",
		CLI:       "az functionapp vnet-integration add --resource-group <group> --name <app> --vnet <vnet> --subnet <subnet>",
		Terraform: "resource \"azurerm_linux_function_app\" \"example\" {\n  virtual_network_subnet_id = azurerm_subnet.example.id\n}",
	},
	Aliases: []string{"prowler:app_function_vnet_integration_enabled"},
	Link:    "https://learn.microsoft.com/azure/azure-functions/functions-networking-options",
	Needs:   []inventory.Source{appservice.Sites},
	Run: checks.Each(appservice.Sites, func(p *checks.Probe, a *appservice.Site) {
		function, ok := a.Function.Get(p)
		if !ok {
			return
		}
		if !function {
			p.Skipf("not a function app")
			return
		}
		if subnet, ok := a.Subnet.Get(p); ok && subnet == "" {
			p.Evidence("virtualNetworkSubnetId", "none")
			p.Failf("the app's calls go out past the virtual network")
		}
	}),
}
