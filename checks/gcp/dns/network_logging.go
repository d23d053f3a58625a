package dns

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/dns"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

// NetworkLogging asks that queries are on record.
var NetworkLogging = &checks.Check{
	ID:       "gcp-dns-network-logging",
	Title:    "DNS queries of networks are logged",
	Why:      "A machine that calls home or smuggles data out asks for names first: the log of queries shows it.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Network services > Cloud DNS > DNS server policies > Create policy: Logs On, with the network.",
		CLI:       "gcloud dns policies create <policy> --networks=<network> --enable-logging --description=logging",
		Terraform: "resource \"google_dns_policy\" \"example\" {\n  name           = \"logging\"\n  enable_logging = true\n  networks {\n    network_url = google_compute_network.example.id\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.13"}},
	Aliases:  []string{"prowler:compute_network_dns_logging_enabled"},
	Link:     "https://cloud.google.com/dns/docs/monitoring",
	Needs:    []inventory.Source{network.Networks, dns.Policies},
	Run: checks.Each(network.Networks, func(p *checks.Probe, n *network.Network) {
		for _, policy := range dns.Of.Get(p.Inv, p, "", n.Full) {
			if on, ok := policy.Logging.Get(p); ok && on {
				return
			}
		}
		p.Evidence("enableLogging", false)
		p.Absentf("no DNS server policy of the network logs its queries")
	}),
}
