package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/network"
)

var sshPorts = &checks.Param{Name: "ports", Default: []string{"22"}, Source: "CIS Google Cloud Platform Foundation 5.0, 3.6"}

// FirewallSSH asks that SSH is not open to the internet.
var FirewallSSH = &checks.Check{
	ID:       "gcp-network-firewall-ssh",
	Title:    "Firewall rules keep the internet from SSH",
	Why:      "SSH open to the internet is guessed at around the clock; one weak password or one flaw of the server is enough. Identity-Aware Proxy reaches machines without any open port.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      firewallFix(),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.6"}},
	Aliases:  []string{"prowler:compute_firewall_ssh_access_from_the_internet_allowed"},
	Link:     "https://cloud.google.com/firewall/docs/firewalls",
	Params:   []*checks.Param{worldPercent, sshPorts},
	Needs:    firewallNeeds,
	Run: checks.Each(network.Firewalls, func(p *checks.Probe, f *network.Firewall) {
		judgeFirewall(p, f, portsOf(p, "tcp", sshPorts))
	}),
}
