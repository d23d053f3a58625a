package network

import (
	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// ApplicationGatewayBackendHTTPS asks that application gateways speak TLS with what is behind them.
var ApplicationGatewayBackendHTTPS = &checks.Check{
	ID:       "azure-network-application-gateway-backend-https",
	Title:    "Application gateways reach their backends over HTTPS",
	Why:      "The way from the gateway to the application crosses the network too: in the clear, whoever got into it reads along.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Application gateways > the gateway > Settings > Backend settings > the setting > Backend protocol: HTTPS.",
		CLI:       "az network application-gateway http-settings update --resource-group <group> --gateway-name <gateway> --name <settings> --protocol Https --port 443",
		Terraform: "resource \"azurerm_application_gateway\" \"example\" {\n  backend_http_settings {\n    name     = \"https\"\n    port     = 443\n    protocol = \"Https\"\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/application-gateway/ssl-overview",
	Needs: []inventory.Source{network.ApplicationGateways},
	Run: checks.Each(network.ApplicationGateways, func(p *checks.Probe, g *network.ApplicationGateway) {
		backends, ok := g.Backends.Get(p)
		var plain []string
		for _, b := range backends {
			if protocol, known := b.Protocol.Get(p); known && protocol == "http" {
				plain = append(plain, b.Name)
			}
		}
		if ok && len(plain) > 0 {
			p.Evidence("backendSettings", plain)
			p.Failf("the backend settings %s are plain HTTP", some(plain))
		}
	}),
}
