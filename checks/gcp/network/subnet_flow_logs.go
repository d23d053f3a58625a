package network

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

// loggedFlows are the networks and subnets whose flows configurations of the
// project or of the organization log.
func loggedFlows(p *checks.Probe) ([]string, bool) {
	project, ok := network.FlowLoggings.The(p.Inv, "").Get(p)
	if !ok {
		return nil, false
	}
	return project.Of.Get(p)
}

// SubnetFlowLogs asks that it is on record who talked to whom.
var SubnetFlowLogs = &checks.Check{
	ID:       "gcp-network-subnet-flow-logs",
	Title:    "Subnets have VPC Flow Logs",
	Why:      "Flow logs tell, when something has happened, what a machine talked to, and how much went out.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "VPC network > VPC networks > the network > Subnets > the subnet > Edit > Flow logs: On.",
		CLI:       "gcloud compute networks subnets update <subnet> --region=<region> --enable-flow-logs",
		Terraform: "resource \"google_compute_subnetwork\" \"example\" {\n  log_config {\n    aggregation_interval = \"INTERVAL_5_SEC\"\n    flow_sampling        = 1\n    metadata             = \"INCLUDE_ALL_METADATA\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.10"}},
	Aliases:  []string{"prowler:compute_subnet_flow_logs_enabled"},
	Link:     "https://cloud.google.com/vpc/docs/flow-logs",
	Needs:    []inventory.Source{network.Subnetworks, network.FlowLogConfigs},
	Run: checks.Each(network.Subnetworks, func(p *checks.Probe, s *network.Subnetwork) {
		purpose, ok := s.Purpose.Get(p)
		on, known := s.FlowLogs.Get(p)
		switch {
		case ok && !forMachines(purpose):
			p.Skipf("subnets with the purpose %s have no flow logs", purpose)
			return
		case !ok || !known || on:
			return
		}
		// Configurations of the network or of the subnet log flows too.
		in, ok := s.Network.Get(p)
		logged, known := loggedFlows(p)
		if !ok || !known || slices.Contains(logged, network.Everywhere) || slices.Contains(logged, s.Full) || slices.Contains(logged, in) {
			return
		}
		p.Evidence("flowLogs", false)
		p.Failf("flow logs are off")
	}),
}
