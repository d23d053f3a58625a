package network

import (
	"demarc/checks"
	"demarc/providers/gcp/network"
)

// riskyPorts are services that no stranger should reach: FTP, Telnet, NetBIOS
// and SMB, databases, caches, search engines, container runtimes, VNC.
var riskyPorts = &checks.Param{
	Name: "ports", Source: "the service name and port number registry of the IANA",
	Default: []string{
		"20", "21", "23", "135", "137-139", "445", "1433", "1434", "1521", "2049", "2375", "2376", "2379", "2380", "3306", "4333", "5432", "5500", "5601", "5900",
		"6379", "7000", "7001", "8020", "9042", "9092", "9200", "9300", "10250", "11211", "27017-27019", "50070",
	},
}

// FirewallRiskyPorts asks that databases and consoles are not open to the internet.
var FirewallRiskyPorts = &checks.Check{
	ID:       "gcp-network-firewall-risky-ports",
	Title:    "Firewall rules keep the internet from databases, file shares and consoles",
	Why:      "These services are made for networks that are trusted: many ask for no password, and all are searched for around the clock.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix:      firewallFix(),
	Link:     "https://cloud.google.com/firewall/docs/firewalls",
	Params:   []*checks.Param{worldPercent, riskyPorts},
	Needs:    firewallNeeds,
	Run: checks.Each(network.Firewalls, func(p *checks.Probe, f *network.Firewall) {
		judgeFirewall(p, f, portsOf(p, "tcp", riskyPorts))
	}),
}
