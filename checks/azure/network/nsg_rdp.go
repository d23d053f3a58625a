package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

var rdpPorts = &checks.Param{Name: "ports", Default: []string{"3389"}, Source: "CIS Azure 6.0, 7.1"}

// SecurityGroupRDP asks that Remote Desktop is not open to the internet.
var SecurityGroupRDP = &checks.Check{
	ID:       "azure-network-nsg-rdp",
	Title:    "Security groups keep the internet from Remote Desktop",
	Why:      "Remote Desktop open to the internet is guessed at within minutes, and its flaws have been wormable.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      groupFix(),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.1"}},
	Aliases:  []string{"prowler:network_rdp_internet_access_restricted"},
	Link:     "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
	Params:   []*checks.Param{worldPercent, rdpPorts},
	Needs:    []inventory.Source{network.SecurityGroups},
	Run: checks.Each(network.SecurityGroups, func(p *checks.Probe, g *network.SecurityGroup) {
		judgeGroup(p, g, append(portsOf(p, "tcp", rdpPorts), portsOf(p, "udp", rdpPorts)...))
	}),
}
