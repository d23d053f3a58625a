package gke

import (
	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// PrivateEndpoint asks that the control plane is reached by private addresses alone.
var PrivateEndpoint = &checks.Check{
	ID:       "gcp-gke-private-endpoint",
	Title:    "Control planes of GKE clusters have no public address",
	Why:      "What has no public address cannot be attacked from the internet, whatever becomes of the list of networks that may reach it.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Details > Control Plane Networking: clear Access using the control plane's external IP address.",
		CLI:       "gcloud container clusters update <cluster> --location=<location> --enable-private-endpoint",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n\n  private_cluster_config {\n    enable_private_endpoint = true\n  }\n}",
	},
	Link:  "https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		if public, ok := c.PublicEndpoint.Get(p); ok && public {
			p.Evidence("enablePublicEndpoint", true)
			p.Failf("the control plane has a public address")
		}
	}),
}
