package network

import (
	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// ApplicationGatewayHTTPS asks that application gateways serve over TLS.
var ApplicationGatewayHTTPS = &checks.Check{
	ID:       "azure-network-application-gateway-https",
	Title:    "Listeners of application gateways take HTTPS, or redirect to it",
	Why:      "What goes over plain HTTP, passwords and session cookies with it, is read and changed on the way.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Application gateways > the gateway > Settings > Rules: give the rule of the HTTP listener a redirection to the HTTPS listener.",
		CLI:       "az network application-gateway redirect-config create --resource-group <group> --gateway-name <gateway> --name to-https --type Permanent --target-listener <https-listener>",
		Terraform: "resource \"azurerm_application_gateway\" \"example\" {\n  redirect_configuration {\n    name                 = \"to-https\"\n    redirect_type        = \"Permanent\"\n    target_listener_name = \"https\"\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/application-gateway/redirect-http-to-https-portal",
	Needs: []inventory.Source{network.ApplicationGateways},
	Run: checks.Each(network.ApplicationGateways, func(p *checks.Probe, g *network.ApplicationGateway) {
		listeners, ok := g.Listeners.Get(p)
		var plain []string
		for _, l := range listeners {
			http := inventory.Map(l.Protocol, func(s string) bool { return s == "http" })
			if inTheClear, known := inventory.And(http, inventory.Not(l.ToHTTPS)).Get(p); known && inTheClear {
				plain = append(plain, l.Name)
			}
		}
		if ok && len(plain) > 0 {
			p.Evidence("listeners", plain)
			p.Failf("the listeners %s serve over plain HTTP", some(plain))
		}
	}),
}
