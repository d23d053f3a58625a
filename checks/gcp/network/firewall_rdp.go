package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/network"
)

var rdpPorts = &checks.Param{Name: "ports", Default: []string{"3389"}, Source: "CIS Google Cloud Platform Foundation 5.0, 3.7"}

// FirewallRDP asks that Remote Desktop is not open to the internet.
var FirewallRDP = &checks.Check{
	ID:       "gcp-network-firewall-rdp",
	Title:    "Firewall rules keep the internet from Remote Desktop",
	Why:      "Remote Desktop open to the internet is a usual way in for ransomware: passwords are tried around the clock, and flaws in it are used within days.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      firewallFix(),
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.7"}},
	Aliases:  []string{"prowler:compute_firewall_rdp_access_from_the_internet_allowed"},
	Link:     "https://cloud.google.com/firewall/docs/firewalls",
	Params:   []*checks.Param{worldPercent, rdpPorts},
	Needs:    firewallNeeds,
	Run: checks.Each(network.Firewalls, func(p *checks.Probe, f *network.Firewall) {
		judgeFirewall(p, f, portsOf(p, "tcp", rdpPorts))
	}),
}
