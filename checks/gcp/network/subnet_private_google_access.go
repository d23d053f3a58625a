package network

import (
	"demarc/checks"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

// SubnetPrivateGoogleAccess asks that machines reach Google's APIs without addresses of the internet.
var SubnetPrivateGoogleAccess = &checks.Check{
	ID:       "gcp-network-subnet-private-google-access",
	Title:    "Subnets have Private Google Access",
	Why:      "Machines otherwise need an external address, or Cloud NAT, to reach Cloud Storage and the like.",
	Severity: checks.Low,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "VPC network > VPC networks > the network > Subnets > the subnet > Edit > Private Google Access: On.",
		CLI:       "gcloud compute networks subnets update <subnet> --region=<region> --enable-private-ip-google-access",
		Terraform: "resource \"google_compute_subnetwork\" \"example\" {\n  private_ip_google_access = true\n}",
	},
	Link:  "https://cloud.google.com/vpc/docs/private-google-access",
	Needs: []inventory.Source{network.Subnetworks},
	Run: checks.Each(network.Subnetworks, func(p *checks.Probe, s *network.Subnetwork) {
		purpose, ok := s.Purpose.Get(p)
		if ok && !forMachines(purpose) {
			p.Skipf("subnets with the purpose %s hold no machines", purpose)
			return
		}
		if on, known := s.Google.Get(p); ok && known && !on {
			p.Evidence("privateIpGoogleAccess", false)
			p.Failf("Private Google Access is off")
		}
	}),
}
