package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

// NetworkLegacy asks that networks have subnets.
var NetworkLegacy = &checks.Check{
	ID:       "gcp-network-legacy-network",
	Title:    "Networks are VPC networks, not legacy ones",
	Why:      "A legacy network has one range for all regions, no subnets, no flow logs, and no firewall policies: everything in it is next to everything else.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Move what is in the network to a VPC network: VPC network > VPC networks > Create VPC network; then delete the legacy one.",
		CLI:       "gcloud compute networks create <network> --subnet-mode=custom",
		Terraform: "resource \"google_compute_network\" \"example\" {\n  name                    = \"example\"\n  auto_create_subnetworks = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.2"}},
	Aliases:  []string{"prowler:compute_network_not_legacy"},
	Link:     "https://cloud.google.com/vpc/docs/legacy",
	Needs:    []inventory.Source{network.Networks},
	Run: checks.Each(network.Networks, func(p *checks.Probe, n *network.Network) {
		if legacy, ok := n.Legacy.Get(p); ok && legacy {
			p.Evidence("legacy", true)
			p.Failf("is a legacy network")
		}
	}),
}
