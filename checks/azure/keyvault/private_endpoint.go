package keyvault

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

// PrivateEndpoint asks that key vaults are reached by private endpoints.
var PrivateEndpoint = &checks.Check{
	ID:       "azure-keyvault-private-endpoint",
	Title:    "Key vaults have a private endpoint",
	Why:      "A private endpoint gives the vault an address in your own network; without one, every request for a secret goes to an address of the internet.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Key vaults > the vault > Settings > Networking > Private endpoint connections > Create.",
		CLI:       "az network private-endpoint create --name <name> --resource-group <group> --vnet-name <vnet> --subnet <subnet> --private-connection-resource-id <vault-id> --group-id vault --connection-name <connection>",
		Terraform: "resource \"azurerm_private_endpoint\" \"example\" {\n  name                = \"example\"\n  location            = azurerm_resource_group.example.location\n  resource_group_name = azurerm_resource_group.example.name\n  subnet_id           = azurerm_subnet.example.id\n  private_service_connection {\n    name                           = \"example\"\n    private_connection_resource_id = azurerm_key_vault.example.id\n    subresource_names              = [\"vault\"]\n    is_manual_connection           = false\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.3.8"}},
	Aliases:  []string{"prowler:keyvault_private_endpoints"},
	Link:     "https://learn.microsoft.com/azure/key-vault/general/private-link-service",
	Needs:    []inventory.Source{keyvault.Vaults},
	Run: checks.Each(keyvault.Vaults, func(p *checks.Probe, v *keyvault.Vault) {
		states, ok := v.PrivateEndpoints.Get(p)
		if ok && !slices.ContainsFunc(states, func(s string) bool { return strings.EqualFold(s, "Approved") }) {
			p.Evidence("connections", states)
			p.Failf("the vault has no approved private endpoint")
		}
	}),
}
