package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

var adminPorts = &checks.Param{Name: "ports", Default: []string{"22", "3389"}, Source: "CIS Google Cloud Platform Foundation 5.0, 3.6 and 3.7"}

// FirewallPolicyAdminPorts asks that network firewall policies open no way to administrators.
var FirewallPolicyAdminPorts = &checks.Check{
	ID:       "gcp-network-firewall-policy-admin-ports",
	Title:    "Network firewall policies keep the internet from SSH and Remote Desktop",
	Why:      "A network firewall policy lets traffic in as a firewall rule does, and is overlooked by who looks at the rules alone.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      policyFix("network-firewall-policies", "google_compute_network_firewall_policy_rule"),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.6", "3.7"}},
	Aliases:  []string{"prowler:compute_firewall_ssh_access_from_the_internet_allowed", "prowler:compute_firewall_rdp_access_from_the_internet_allowed"},
	Link:     "https://cloud.google.com/firewall/docs/network-firewall-policies",
	Params:   []*checks.Param{worldPercent, adminPorts},
	Needs:    []inventory.Source{network.FirewallPolicies},
	Run: checks.Each(network.FirewallPolicies, func(p *checks.Probe, f *network.FirewallPolicy) {
		judgePolicy(p, f, portsOf(p, "tcp", adminPorts))
	}),
}
