package cosmosdb

import (
	"demarc/checks"
	"demarc/providers/azure/access"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

// PrivateEndpoint asks that accounts have a private endpoint.
var PrivateEndpoint = &checks.Check{
	ID:       "azure-cosmosdb-account-private-endpoint",
	Title:    "Accounts are reached by private endpoints",
	Why:      "By a private endpoint, applications reach the data without leaving your network, and the way over the internet can be shut.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Cosmos DB > the account > Settings > Networking > Private access > Private endpoint.",
		CLI:       "az network private-endpoint create --resource-group <group> --name <endpoint> --subnet <subnet-id> --private-connection-resource-id <account-id> --group-id Sql --connection-name <name>",
		Terraform: "resource \"azurerm_private_endpoint\" \"example\" {\n  subnet_id = azurerm_subnet.example.id\n  private_service_connection {\n    name                           = \"example\"\n    is_manual_connection           = false\n    private_connection_resource_id = azurerm_cosmosdb_account.example.id\n    subresource_names              = [\"Sql\"]\n  }\n}",
	},
	Aliases: []string{"prowler:cosmosdb_account_use_private_endpoints"},
	Link:    "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-private-endpoints",
	Needs:   []inventory.Source{cosmosdb.Accounts},
	Run: each(func(p *checks.Probe, a *cosmosdb.Account) {
		if linked, ok := access.Approved(a.Connections).Get(p); ok && !linked {
			p.Evidence("approvedPrivateEndpoints", 0)
			p.Absentf("the account has no approved private endpoint")
		}
	}),
}
