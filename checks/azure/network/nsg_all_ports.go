package network

import (
	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// SecurityGroupAllPorts asks that no rule opens every port to the internet.
var SecurityGroupAllPorts = &checks.Check{
	ID:       "azure-network-nsg-all-ports",
	Title:    "Security groups open no whole range of ports to the internet",
	Why:      "A rule that opens every port opens also what nobody thought of: databases, agents, management services.",
	Severity: checks.Critical,
	Area:     checks.Network,
	Fix:      groupFix(),
	Link:     "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
	Params:   []*checks.Param{worldPercent},
	Needs:    []inventory.Source{network.SecurityGroups},
	Run: checks.Each(network.SecurityGroups, func(p *checks.Probe, g *network.SecurityGroup) {
		judgeGroup(p, g, []network.Ports{{Protocol: "tcp", From: 1, To: 65535}, {Protocol: "udp", From: 1, To: 65535}})
	}),
}
