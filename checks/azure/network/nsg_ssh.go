package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

var sshPorts = &checks.Param{Name: "ports", Default: []string{"22"}, Source: "CIS Azure 6.0, 7.2"}

// SecurityGroupSSH asks that SSH is not open to the internet.
var SecurityGroupSSH = &checks.Check{
	ID:       "azure-network-nsg-ssh",
	Title:    "Security groups keep the internet from SSH",
	Why:      "SSH open to the internet is guessed at around the clock; one weak password or one flaw of the server is enough.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      groupFix(),
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"7.2"}},
	Aliases:  []string{"prowler:network_ssh_internet_access_restricted"},
	Link:     "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
	Params:   []*checks.Param{worldPercent, sshPorts},
	Needs:    []inventory.Source{network.SecurityGroups},
	Run: checks.Each(network.SecurityGroups, func(p *checks.Probe, g *network.SecurityGroup) {
		judgeGroup(p, g, portsOf(p, "tcp", sshPorts))
	}),
}
