package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
)

// WAFRequestBody asks that the firewalls of application gateways inspect request bodies.
var WAFRequestBody = &checks.Check{
	ID:       "azure-network-waf-request-body",
	Title:    "Firewalls of application gateways inspect the bodies of requests",
	Why:      "Most injections travel in the body: a firewall that reads only the address and the headers does not see them.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "Web Application Firewall policies (WAF) > the policy > Settings > Policy settings > Enforce request body inspection.",
		CLI:       "az network application-gateway waf-policy policy-setting update --resource-group <group> --policy-name <policy> --request-body-check true",
		Terraform: "resource \"azurerm_web_application_firewall_policy\" \"example\" {\n  policy_settings {\n    request_body_check = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.14"}},
	Link:     "https://learn.microsoft.com/azure/web-application-firewall/ag/application-gateway-waf-request-size-limits",
	Needs:    wafNeeds,
	Run: checks.Each(network.ApplicationGateways, func(p *checks.Probe, g *network.ApplicationGateway) {
		all, _ := firewallsOf(p, g)
		for _, f := range all {
			if on, ok := f.settings.RequestBody.Get(p); ok && !on {
				p.Evidence("requestBodyCheck", false)
				p.Failf("%s does not look into the bodies of requests", f)
			}
		}
	}),
}
