package network

import (
	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

var riskyPorts = &checks.Param{
	Name: "ports",
	Default: []string{
		"20", "21", "23", "25", "110", "135", "139", "143", "445", "1433", "1434", "1521", "2375", "2376", "2379", "3306", "4333",
		"5432", "5500", "5601", "5900", "5985", "5986", "6379", "6443", "9200", "9300", "10250", "11211", "27017",
	},
	Source: "Microsoft Learn, \"Security best practices for network security groups\"; AWS Security Hub EC2.19 for the ports",
}

// SecurityGroupRiskyPorts asks that services of trusted networks are not open to the internet.
var SecurityGroupRiskyPorts = &checks.Check{
	ID:       "azure-network-nsg-risky-ports",
	Title:    "Security groups keep the internet from databases, file shares and remote management",
	Why:      "These services are made for trusted networks: exposed, they are brute-forced, exploited and emptied.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      groupFix(),
	Link:     "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
	Params:   []*checks.Param{worldPercent, riskyPorts},
	Needs:    []inventory.Source{network.SecurityGroups},
	Run: checks.Each(network.SecurityGroups, func(p *checks.Probe, g *network.SecurityGroup) {
		judgeGroup(p, g, portsOf(p, "tcp", riskyPorts))
	}),
}
