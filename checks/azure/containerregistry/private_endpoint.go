package containerregistry

import (
	"demarc/checks"
	"demarc/providers/azure/access"
	"demarc/providers/azure/containerregistry"
	"demarc/providers/inventory"
)

// PrivateEndpoint asks that registries have a private endpoint.
var PrivateEndpoint = &checks.Check{
	ID:       "azure-containerregistry-private-endpoint",
	Title:    "Registries are reached by private endpoints",
	Why:      "By a private endpoint, clusters and pipelines pull and push without leaving your network, and the way over the internet can be shut.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Container registries > the registry > Settings > Networking > Private access > Create a private endpoint connection. It takes the Premium plan.",
		CLI:       "az network private-endpoint create --resource-group <group> --name <endpoint> --subnet <subnet-id> --private-connection-resource-id <registry-id> --group-id registry --connection-name <name>",
		Terraform: "resource \"azurerm_private_endpoint\" \"example\" {\n  subnet_id = azurerm_subnet.example.id\n  private_service_connection {\n    name                           = \"example\"\n    is_manual_connection           = false\n    private_connection_resource_id = azurerm_container_registry.example.id\n    subresource_names              = [\"registry\"]\n  }\n}",
	},
	Aliases: []string{"prowler:containerregistry_uses_private_link"},
	Link:    "https://learn.microsoft.com/azure/container-registry/container-registry-private-link",
	Needs:   []inventory.Source{containerregistry.Registries},
	Run: each(func(p *checks.Probe, r *containerregistry.Registry) {
		if linked, ok := access.Approved(r.Connections).Get(p); ok && !linked {
			// Only Premium has private link: the upgrade is the fix.
			if sku, ok := r.SKU.Peek(); ok {
				p.Evidence("sku", sku)
			}
			p.Evidence("approvedPrivateEndpoints", 0)
			p.Absentf("the registry has no approved private endpoint")
		}
	}),
}
