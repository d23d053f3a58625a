package network

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// FirewallThreatIntel asks that firewalls know malicious addresses.
var FirewallThreatIntel = &checks.Check{
	ID:       "azure-network-firewall-threat-intel",
	Title:    "Azure Firewalls look out for known malicious addresses",
	Why:      "Microsoft keeps a list of addresses and names of attackers: a firewall that does not use it lets a taken machine call home unnoticed.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Firewall Policies > the policy > Settings > Threat intelligence: Alert and deny.",
		CLI:       "az network firewall policy update --resource-group <group> --name <policy> --threat-intel-mode Deny",
		Terraform: "resource \"azurerm_firewall_policy\" \"example\" {\n  threat_intelligence_mode = \"Deny\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/firewall/threat-intel",
	Needs: []inventory.Source{network.Firewalls, network.FirewallPolicies},
	Run: checks.Each(network.Firewalls, func(p *checks.Probe, f *network.Firewall) {
		id, ok := f.Policy.Get(p)
		if !ok {
			return
		}
		mode := f.ThreatIntel
		if id != "" { // the policy's mode holds
			policy, ok := network.Find(p.Inv, network.FirewallPolicies, f.Account, id).Get(p)
			if !ok {
				return
			}
			mode = policy.ThreatIntel
		}
		switch m, ok := mode.Get(p); {
		case !ok || strings.EqualFold(m, "Alert") || strings.EqualFold(m, "Deny"):
		case strings.EqualFold(m, "Off"):
			p.Evidence("threatIntelMode", m)
			p.Failf("threat intelligence is off")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the threat intelligence mode " + m + " is not a known one"})
		}
	}),
}
