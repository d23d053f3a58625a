package gke

import (
	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// ShieldedNodes asks that nodes prove who they are.
var ShieldedNodes = &checks.Check{
	ID:       "gcp-gke-shielded-nodes",
	Title:    "GKE clusters have shielded nodes",
	Why:      "Without them, whoever gets out of a container can take the node's credentials and pass for another node.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Details > Security > Shielded GKE nodes: Enable.",
		CLI:       "gcloud container clusters update <cluster> --location=<location> --enable-shielded-nodes",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name                  = \"example\"\n  location              = \"europe-west1\"\n  enable_shielded_nodes = true\n}",
	},
	Link:  "https://cloud.google.com/kubernetes-engine/docs/how-to/shielded-gke-nodes",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		if on, ok := c.Shielded.Get(p); ok && !on {
			p.Evidence("shieldedNodes", false)
			p.Failf("nodes are not shielded")
		}
	}),
}
