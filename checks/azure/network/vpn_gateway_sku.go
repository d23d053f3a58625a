package network

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// VPNGatewaySKU asks that VPN gateways are not of the Basic SKU.
var VPNGatewaySKU = &checks.Check{
	ID:       "azure-network-vpn-gateway-sku",
	Title:    "VPN gateways are not of the Basic SKU",
	Why:      "The Basic SKU knows no IKEv2 for clients, no custom IPsec policy and no login with Entra.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Virtual network gateways > the gateway > Settings > Configuration > SKU; a Basic gateway has to be made anew.",
		CLI:       "az network vnet-gateway create --resource-group <group> --name <gateway> --vnet <vnet> --public-ip-address <address> --sku VpnGw1AZ --gateway-type Vpn",
		Terraform: "resource \"azurerm_virtual_network_gateway\" \"example\" {\n  type = \"Vpn\"\n  sku  = \"VpnGw1AZ\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/vpn-gateway/about-gateway-skus",
	Needs: []inventory.Source{network.VPNGateways},
	Run: checks.Each(network.VPNGateways, func(p *checks.Probe, g *network.VPNGateway) {
		kind, ok := g.GatewayType.Get(p)
		if ok && !strings.EqualFold(kind, "Vpn") {
			p.Skipf("the gateway is of ExpressRoute")
			return
		}
		if sku, known := g.SKU.Get(p); ok && known && strings.EqualFold(sku, "Basic") {
			p.Evidence("sku", sku)
			p.Failf("the gateway is of the Basic SKU")
		}
	}),
}
