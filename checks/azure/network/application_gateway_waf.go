package network

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
)

// ApplicationGatewayWAF asks that application gateways have a web application firewall.
var ApplicationGatewayWAF = &checks.Check{
	ID:       "azure-network-application-gateway-waf",
	Title:    "Application gateways have a web application firewall that is on",
	Why:      "Without it, injections and the scripts of every scanner reach the application as they come.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "Application gateways > the gateway > Settings > Web application firewall: tier WAF V2, with a policy.",
		CLI:       "az network application-gateway update --resource-group <group> --name <gateway> --set firewallPolicy.id=<policy-id>",
		Terraform: "resource \"azurerm_application_gateway\" \"example\" {\n  firewall_policy_id = azurerm_web_application_firewall_policy.example.id\n  sku {\n    name = \"WAF_v2\"\n    tier = \"WAF_v2\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.10"}},
	Link:     "https://learn.microsoft.com/azure/web-application-firewall/ag/ag-overview",
	Needs:    wafNeeds,
	Run: checks.Each(network.ApplicationGateways, func(p *checks.Probe, g *network.ApplicationGateway) {
		tier, ok := g.Tier.Get(p)
		if ok && !strings.HasPrefix(strings.ToUpper(tier), "WAF") {
			p.Evidence("tier", tier)
			p.Failf("the tier %s has no web application firewall", tier)
			return
		}
		all, ok := firewallsOf(p, g)
		if !ok {
			return
		}
		for _, f := range all {
			if on, ok := f.settings.Enabled.Get(p); ok && !on {
				p.Evidence("enabled", false)
				p.Failf("%s is off", f)
			}
		}
		own, ok := g.WAF.Get(p)
		if !ok {
			return
		}
		bare, ok := g.Unguarded.Get(p)
		if on, known := own.Enabled.Get(p); ok && known && !on && len(bare) > 0 && len(all) > 0 && all[0].name != "" {
			p.Evidence("listenersWithoutPolicy", bare)
			p.Failf("no policy guards the listeners %s", some(bare))
		}
	}),
}
