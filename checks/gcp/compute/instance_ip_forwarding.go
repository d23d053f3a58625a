package compute

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// InstanceIPForwarding asks that machines do not pass on what is not theirs.
var InstanceIPForwarding = &checks.Check{
	ID:       "gcp-compute-instance-ip-forwarding",
	Title:    "Instances do not forward packets of others",
	Why:      "A machine that may send with any source address can pose as others and carry data around the network's rules.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "IP forwarding is set when an instance is made: create it anew with Networking > IP forwarding off. Let managed services (Cloud NAT, Cloud VPN) route.",
		CLI:       "gcloud compute instances create <instance> --zone=<zone> --no-can-ip-forward",
		Terraform: "resource \"google_compute_instance\" \"example\" {\n  can_ip_forward = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"4.6"}},
	Aliases:  []string{"prowler:compute_instance_ip_forwarding_is_enabled"},
	Link:     "https://cloud.google.com/vpc/docs/using-routes#canipforward",
	Needs:    []inventory.Source{compute.Instances},
	Run: checks.Each(compute.Instances, func(p *checks.Probe, i *compute.Instance) {
		if on, ok := i.IPForwarding.Get(p); !ok || !on {
			return
		}
		if !partOf(p, i, "its pods need it", "GKE") {
			p.Evidence("canIpForward", true)
			p.Failf("may send and receive packets of other addresses")
		}
	}),
}
