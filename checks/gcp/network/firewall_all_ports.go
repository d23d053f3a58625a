package network

import (
	"demarc/checks"
	"demarc/providers/gcp/network"
)

// FirewallAllPorts asks that no rule opens everything.
var FirewallAllPorts = &checks.Check{
	ID:       "gcp-network-firewall-all-ports",
	Title:    "Firewall rules do not open every port to the internet",
	Why:      "A rule for all ports opens what runs today and whatever is started tomorrow: databases, consoles, agents.",
	Severity: checks.Critical,
	Area:     checks.Network,
	Fix:      firewallFix(),
	Link:     "https://cloud.google.com/firewall/docs/firewalls",
	Params:   []*checks.Param{worldPercent},
	Needs:    firewallNeeds,
	Run: checks.Each(network.Firewalls, func(p *checks.Probe, f *network.Firewall) {
		judgeFirewall(p, f, []network.Ports{{Protocol: "tcp", From: 1, To: 65535}, {Protocol: "udp", From: 1, To: 65535}})
	}),
}
