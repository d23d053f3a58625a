package storage

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// PrivateEndpoint asks that storage accounts are reached by private endpoints.
var PrivateEndpoint = &checks.Check{
	ID:       "azure-storage-private-endpoint",
	Title:    "Storage accounts have a private endpoint",
	Why:      "A private endpoint gives the account an address in your own network; without one, every request goes to an address of the internet, and the firewall cannot be closed.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Security + networking > Networking > Private endpoint connections > Create private endpoint.",
		CLI:       "az network private-endpoint create --name <name> --resource-group <group> --vnet-name <vnet> --subnet <subnet> --private-connection-resource-id <account-id> --group-id blob --connection-name <connection>",
		Terraform: "resource \"azurerm_private_endpoint\" \"example\" {\n  name                = \"example\"\n  location            = azurerm_resource_group.example.location\n  resource_group_name = azurerm_resource_group.example.name\n  subnet_id           = azurerm_subnet.example.id\n  private_service_connection {\n    name                           = \"example\"\n    private_connection_resource_id = azurerm_storage_account.example.id\n    subresource_names              = [\"blob\"]\n    is_manual_connection           = false\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.2.1"}},
	Aliases:  []string{"prowler:storage_ensure_private_endpoints_in_storage_accounts"},
	Link:     "https://learn.microsoft.com/azure/storage/common/storage-private-endpoints",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		states, ok := a.PrivateEndpoints.Get(p)
		if ok && !slices.ContainsFunc(states, func(s string) bool { return strings.EqualFold(s, "Approved") }) {
			p.Evidence("connections", states)
			p.Failf("the account has no approved private endpoint")
		}
	}),
}
