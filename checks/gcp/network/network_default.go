package network

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/checks/gcp/guarded"
	"demarc/providers/gcp/network"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

// NetworkDefault asks that nobody builds on the default network.
var NetworkDefault = &checks.Check{
	ID:       "gcp-network-default-network",
	Title:    "The project has no default network",
	Why:      "The default network comes with rules that open SSH, Remote Desktop and ICMP to the internet, and with a subnet in each region that nobody planned.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC network > VPC networks > default > Delete VPC network, after what is in it has moved.",
		CLI:       "gcloud compute networks delete default",
		Terraform: "resource \"google_project\" \"example\" {\n  name                = \"example\"\n  project_id          = \"example\"\n  auto_create_network = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.1"}},
	Aliases:  []string{"prowler:compute_network_default_in_use"},
	Link:     "https://cloud.google.com/vpc/docs/vpc#default-network",
	Needs:    append([]inventory.Source{network.Networks}, guarded.Needs...),
	Run: checks.Each(network.Networks, func(p *checks.Probe, n *network.Network) {
		if n.ID != "default" {
			return
		}
		p.Evidence("network", n.ID)
		guarded.Failf(p, orgpolicy.SkipDefaultNetwork, checks.Low, "keeps new projects from getting one", "the network of the name default is there")
	}),
}
