package aisearch

import (
	"demarc/checks"
	"demarc/providers/azure/access"
	"demarc/providers/azure/aisearch"
	"demarc/providers/inventory"
)

// PrivateEndpoint asks that services have a private endpoint.
var PrivateEndpoint = &checks.Check{
	ID:       "azure-aisearch-service-private-endpoint",
	Title:    "Search services are reached by private endpoints",
	Why:      "By a private endpoint, applications reach the indexes without leaving your network, and the way over the internet can be shut.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "AI Search > the service > Settings > Networking > Private access > Create a private endpoint. It takes the Basic tier or higher.",
		CLI:       "az network private-endpoint create --resource-group <group> --name <endpoint> --subnet <subnet-id> --private-connection-resource-id <service-id> --group-id searchService --connection-name <name>",
		Terraform: "resource \"azurerm_private_endpoint\" \"example\" {\n  subnet_id = azurerm_subnet.example.id\n  private_service_connection {\n    name                           = \"example\"\n    is_manual_connection           = false\n    private_connection_resource_id = azurerm_search_service.example.id\n    subresource_names              = [\"searchService\"]\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/search/service-create-private-endpoint",
	Needs: []inventory.Source{aisearch.Services},
	Run: each(func(p *checks.Probe, s *aisearch.Service) {
		if linked, ok := access.Approved(s.Connections).Get(p); ok && !linked {
			// The free tier has no private endpoints: the upgrade is the fix.
			if sku, ok := s.SKU.Peek(); ok {
				p.Evidence("sku", sku)
			}
			p.Evidence("approvedPrivateEndpoints", 0)
			p.Absentf("the service has no approved private endpoint")
		}
	}),
}
