package network

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// VPNGatewayAuthentication asks that VPN clients log in with Entra only.
var VPNGatewayAuthentication = &checks.Check{
	ID:       "azure-network-vpn-gateway-authentication",
	Title:    "VPN clients authenticate with Microsoft Entra ID only",
	Why:      "A certificate or a RADIUS password lets in whoever has it, past multifactor authentication and conditional access, and long after the person has left.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Virtual network gateways > the gateway > Settings > Point-to-site configuration > Authentication type: Azure Active Directory.",
		CLI:       "az network vnet-gateway update --resource-group <group> --name <gateway> --vpn-auth-type AAD --aad-tenant <tenant-url> --aad-audience <audience> --aad-issuer <issuer-url>",
		Terraform: "resource \"azurerm_virtual_network_gateway\" \"example\" {\n  vpn_client_configuration {\n    address_space  = [\"172.16.201.0/24\"]\n    vpn_auth_types = [\"AAD\"]\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.9"}},
	Link:     "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-entra-gateway",
	Needs:    []inventory.Source{network.VPNGateways},
	Run: checks.Each(network.VPNGateways, func(p *checks.Probe, g *network.VPNGateway) {
		on, ok := g.PointToSite.Get(p)
		if !ok {
			return
		}
		if !on {
			p.Skipf("the gateway takes no single clients")
			return
		}
		types, ok := g.Authentication.Get(p)
		if ok && slices.ContainsFunc(types, func(t string) bool { return !strings.EqualFold(t, "AAD") }) {
			p.Evidence("vpnAuthenticationTypes", types)
			p.Failf("clients authenticate by %s", strings.Join(types, ", "))
		}
	}),
}
