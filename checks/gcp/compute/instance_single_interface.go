package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceSingleInterface asks that machines do not join networks.
var InstanceSingleInterface = &checks.Check{
	ID:       "gcp-compute-instance-single-interface",
	Title:    "Instances have one network interface",
	Why:      "A machine in two networks is a way from one into the other, past the firewalls of both.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Create the instance anew with one network interface; connect networks by peering or by Network Connectivity Center.",
		CLI:       "gcloud compute instances create <instance> --zone=<zone> --network-interface=subnet=<subnet>,no-address",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  network_interface {\n    subnetwork = google_compute_subnetwork.example.id\n  }\n}",
	},
	Aliases: []string{"prowler:compute_instance_single_network_interface"},
	Link:    "https://cloud.google.com/vpc/docs/multiple-interfaces-concepts",
	Needs:   []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		interfaces, ok := i.Interfaces.Get(p)
		var networks []string
		for _, n := range interfaces {
			networks = append(networks, compute.Last(n.Network))
		}
		if !ok || len(networks) < 2 || partOf(p, i, "its cluster has several networks", "GKE") {
			return
		}
		p.Evidence("networks", networks)
		p.Failf("has %d network interfaces, in %s", len(networks), strings.Join(networks, ", "))
	}),
}
