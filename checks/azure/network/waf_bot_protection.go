package network

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
)

// WAFBotProtection asks that the firewalls of application gateways know bad bots.
var WAFBotProtection = &checks.Check{
	ID:       "azure-network-waf-bot-protection",
	Title:    "Firewalls of application gateways stop known bad bots",
	Why:      "Scanners, scrapers and credential stuffers come from addresses that are known: without the rule set they are served like anybody else.",
	Severity: checks.Medium,
	Area:     checks.Application,
	Fix: checks.Fix{
		Console:   "Web Application Firewall policies (WAF) > the policy > Settings > Managed rules > Assign > Bot Manager.",
		CLI:       "az network application-gateway waf-policy managed-rule rule-set add --resource-group <group> --policy-name <policy> --type Microsoft_BotManagerRuleSet --version 1.1",
		Terraform: "resource \"azurerm_web_application_firewall_policy\" \"example\" {\n  managed_rules {\n    managed_rule_set {\n      type    = \"Microsoft_BotManagerRuleSet\"\n      version = \"1.1\"\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.15"}},
	Link:     "https://learn.microsoft.com/azure/web-application-firewall/ag/bot-protection-overview",
	Needs:    wafNeeds,
	Run: checks.Each(network.ApplicationGateways, func(p *checks.Probe, g *network.ApplicationGateway) {
		all, _ := firewallsOf(p, g)
		for _, f := range all {
			sets, ok := f.ruleSets.Get(p)
			if ok && !slices.ContainsFunc(sets, func(s string) bool { return strings.EqualFold(s, "Microsoft_BotManagerRuleSet") }) {
				p.Evidence("managedRuleSets", sets)
				p.Failf("%s has no bot manager rule set", f)
			}
		}
	}),
}
