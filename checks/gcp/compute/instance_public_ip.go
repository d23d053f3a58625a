package compute

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstancePublicIP asks that machines have no addresses of the internet.
var InstancePublicIP = &checks.Check{
	ID:       "gcp-compute-instance-public-ip",
	Title:    "Instances have no external IP addresses",
	Why:      "An external address is one firewall rule away from everybody; a load balancer, Cloud NAT and Identity-Aware Proxy do what it is used for.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Compute Engine > VM instances > the instance > Edit > Network interfaces > the interface > External IPv4 address: None; reach it with SSH through Identity-Aware Proxy.",
		CLI:       "gcloud compute instances delete-access-config <instance> --zone=<zone> --access-config-name=\"External NAT\"",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  network_interface {\n    subnetwork = google_compute_subnetwork.example.id\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.9"}},
	Aliases:  []string{"prowler:compute_instance_public_ip"},
	Link:     "https://cloud.google.com/compute/docs/ip-addresses",
	Needs:    []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		interfaces, ok := i.Interfaces.Get(p)
		var open []string
		for _, n := range interfaces {
			if n.External {
				open = append(open, n.Name+" (IPv4)")
			}
			if n.IPv6 {
				open = append(open, n.Name+" (IPv6)")
			}
		}
		if !ok || len(open) == 0 {
			return
		}
		if !partOf(p, i, "whether its cluster's nodes are private is set there", "GKE") {
			p.Evidence("interfaces", open)
			p.Failf("has external addresses at %s", strings.Join(open, ", "))
		}
	}),
}
