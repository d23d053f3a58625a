package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

var udpPorts = &checks.Param{
	Name: "ports", Default: []string{"17", "19", "53", "69", "111", "123", "137", "161", "389", "520", "1900", "5353", "11211"},
	Source: "CIS Azure 6.0, 7.3; CISA alert TA14-017A, UDP-based amplification attacks",
}

// SecurityGroupUDP asks that UDP services that amplify are not open to the internet.
var SecurityGroupUDP = &checks.Check{
	ID:       "azure-network-nsg-udp",
	Title:    "Security groups keep the internet from UDP services that amplify",
	Why:      "A small forged request to such a service brings a large answer to somebody else: the machine becomes a weapon in attacks on others, and the service itself is exposed.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      groupFix(),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.3"}},
	Aliases:  []string{"prowler:network_udp_internet_access_restricted"},
	Link:     "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
	Params:   []*checks.Param{worldPercent, udpPorts},
	Needs:    []inventory.Source{network.SecurityGroups},
	Run: checks.Each(network.SecurityGroups, func(p *checks.Probe, g *network.SecurityGroup) {
		judgeGroup(p, g, portsOf(p, "udp", udpPorts))
	}),
}
