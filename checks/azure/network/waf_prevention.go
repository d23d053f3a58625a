package network

import (
	"demarc/checks"
	"demarc/providers/azure/network"
)

// WAFPrevention asks that the firewalls of application gateways block.
var WAFPrevention = &checks.Check{
	ID:       "azure-network-waf-prevention",
	Title:    "Firewalls of application gateways block what they find",
	Why:      "In detection mode an attack is written down and let through.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "Web Application Firewall policies (WAF) > the policy > Overview > Switch to prevention mode.",
		CLI:       "az network application-gateway waf-policy policy-setting update --resource-group <group> --policy-name <policy> --mode Prevention --state Enabled",
		Terraform: "resource \"azurerm_web_application_firewall_policy\" \"example\" {\n  policy_settings {\n    enabled = true\n    mode    = \"Prevention\"\n  }\n}",
	},
	Link:  "https://learn.microsoft.com/azure/web-application-firewall/ag/policy-overview",
	Needs: wafNeeds,
	Run: checks.Each(network.ApplicationGateways, func(p *checks.Probe, g *network.ApplicationGateway) {
		all, _ := firewallsOf(p, g)
		for _, f := range all {
			if on, ok := f.settings.Prevention.Get(p); ok && !on {
				p.Evidence("mode", "Detection")
				p.Failf("%s only detects", f)
			}
		}
	}),
}
