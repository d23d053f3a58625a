package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

var httpPorts = &checks.Param{Name: "ports", Default: []string{"80", "443"}, Source: "CIS Azure 6.0, 7.4"}

// SecurityGroupHTTP asks that HTTP and HTTPS are not open to the internet.
var SecurityGroupHTTP = &checks.Check{
	ID:       "azure-network-nsg-http",
	Title:    "Security groups keep the internet from HTTP and HTTPS where it is not wanted",
	Why:      "A machine that serves the web by itself is found and probed at once; a gateway with a firewall in front of it takes the blows instead.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix:      groupFix(),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.4"}},
	Aliases:  []string{"prowler:network_http_internet_access_restricted"},
	Link:     "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
	Params:   []*checks.Param{worldPercent, httpPorts},
	Needs:    []inventory.Source{network.SecurityGroups},
	Run: checks.Each(network.SecurityGroups, func(p *checks.Probe, g *network.SecurityGroup) {
		judgeGroup(p, g, portsOf(p, "tcp", httpPorts))
	}),
}
