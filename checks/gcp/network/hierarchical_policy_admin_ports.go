package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

// HierarchicalPolicyAdminPorts asks that hierarchical firewall policies open no way to administrators.
var HierarchicalPolicyAdminPorts = &checks.Check{
	ID:       "gcp-network-hierarchical-policy-admin-ports",
	Title:    "Hierarchical firewall policies keep the internet from SSH and Remote Desktop",
	Why:      "What a policy of a folder or of the organization lets in, no network below it can refuse.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      policyFix("firewall-policies", "google_compute_firewall_policy_rule"),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.6", "3.7"}},
	Aliases:  []string{"prowler:compute_firewall_ssh_access_from_the_internet_allowed", "prowler:compute_firewall_rdp_access_from_the_internet_allowed"},
	Link:     "https://cloud.google.com/firewall/docs/firewall-policies",
	Params:   []*checks.Param{worldPercent, adminPorts},
	Needs:    []inventory.Source{network.HierarchicalPolicies},
	Run: checks.Each(network.HierarchicalPolicies, func(p *checks.Probe, f *network.FirewallPolicy) {
		judgePolicy(p, f, portsOf(p, "tcp", adminPorts))
	}),
}
