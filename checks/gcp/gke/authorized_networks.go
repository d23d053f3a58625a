package gke

import (
	"net/netip"

	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

var widest = &checks.Param{Name: "widestPrefix", Default: 1, Unit: "bits", Source: "0.0.0.0/0 is every address; a network of half of them is as good"}

// AuthorizedNetworks asks that not every address may reach the control plane.
var AuthorizedNetworks = &checks.Check{
	ID:       "gcp-gke-authorized-networks",
	Title:    "Public control planes of GKE clusters take authorized networks alone",
	Why:      "An API server that is open to every address waits for the next hole in it, and for the next stolen token.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Details > Control Plane Networking: Enable authorized networks, and add those of the administrators.",
		CLI:       "gcloud container clusters update <cluster> --location=<location> --enable-master-authorized-networks --master-authorized-networks=<cidr>,<cidr>",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n\n  master_authorized_networks_config {\n    cidr_blocks {\n      cidr_block = \"198.51.100.0/28\"\n    }\n  }\n}",
	},
	Link:   "https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks",
	Params: []*checks.Param{widest},
	Needs:  []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		public, ok := c.PublicEndpoint.Get(p)
		if ok && !public {
			p.Skipf("the control plane has no public address")
		}
		if !ok || !public {
			return
		}
		only, ok := c.Authorized.Get(p)
		switch {
		case !ok:
			return
		case !only:
			p.Evidence("authorizedNetworks", "off")
			p.Failf("every address may reach the control plane")
			return
		}
		nets, _ := c.Networks.Get(p)
		for _, n := range nets {
			prefix, err := netip.ParsePrefix(n)
			switch {
			case err != nil:
				p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "which addresses the authorized network " + n + " has"})
			case prefix.Bits() <= p.Int(widest):
				p.Evidence("authorizedNetwork", n)
				p.Failf("%s may reach the control plane", n)
			}
		}
	}),
}
