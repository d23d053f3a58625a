package network

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// PrivateEndpointApproved asks that private endpoints lead somewhere.
var PrivateEndpointApproved = &checks.Check{
	ID:       "azure-network-private-endpoint-approved",
	Title:    "Connections of private endpoints are approved",
	Why:      "An endpoint whose connection is pending, rejected or cut leads nowhere: clients fall back to the public address of the service, or to nothing.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Private endpoints > the endpoint > Settings > Private link resource; the owner of the service approves under Networking > Private endpoint connections.",
		CLI:       "az network private-endpoint-connection approve --id <connection-id> --description <reason>",
		Terraform: "resource \"azurerm_private_endpoint\" \"example\" {\n  private_service_connection {\n    name                           = \"example\"\n    private_connection_resource_id = azurerm_storage_account.example.id\n    subresource_names              = [\"blob\"]\n    is_manual_connection           = false\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
	Needs: []inventory.Source{network.PrivateEndpoints},
	Run: checks.Each(network.PrivateEndpoints, func(p *checks.Probe, e *network.PrivateEndpoint) {
		states, ok := e.States.Get(p)
		if i := slices.IndexFunc(states, func(s string) bool { return !strings.EqualFold(s, "Approved") }); ok && i >= 0 {
			p.Evidence("states", states)
			p.Failf("a connection is %s", strings.ToLower(states[i]))
		}
	}),
}
