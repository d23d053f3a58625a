package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// ApplicationGatewayHTTP2 asks that application gateways speak HTTP/2.
var ApplicationGatewayHTTP2 = &checks.Check{
	ID:       "azure-network-application-gateway-http2",
	Title:    "Application gateways speak HTTP/2",
	Why:      "HTTP/2 leaves behind weaknesses of the older protocol, such as requests that two servers read differently, and asks for modern TLS.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Application gateways > the gateway > Settings > Configuration > HTTP2: Enabled.",
		CLI:       "az network application-gateway update --resource-group <group> --name <gateway> --http2 Enabled",
		Terraform: "resource \"azurerm_application_gateway\" \"example\" {\n  enable_http2 = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.13"}},
	Link:     "https://learn.microsoft.com/azure/application-gateway/features",
	Needs:    []inventory.Source{network.ApplicationGateways},
	Run: checks.Each(network.ApplicationGateways, func(p *checks.Probe, g *network.ApplicationGateway) {
		if on, ok := g.HTTP2.Get(p); ok && !on {
			p.Evidence("enableHttp2", false)
			p.Failf("HTTP/2 is off")
		}
	}),
}
