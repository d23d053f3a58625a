package gke

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// PrivateNodes asks that no node can be reached from the internet.
var PrivateNodes = &checks.Check{
	ID:       "gcp-gke-private-nodes",
	Title:    "Nodes of GKE clusters have no public addresses",
	Why:      "A node with a public address can be attacked from everywhere, and what runs on it reaches the internet past the network's own way out.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Details > Networking > Private nodes; for each node pool too.",
		CLI:       "gcloud container clusters update <cluster> --location=<location> --enable-private-nodes",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n\n  private_cluster_config {\n    enable_private_nodes = true\n  }\n}",
	},
	Link:  "https://cloud.google.com/kubernetes-engine/docs/how-to/network-isolation",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		pools, ok := c.Pools.Get(p)
		if !ok {
			return
		}
		var public []string
		for _, x := range pools {
			if private, ok := x.PrivateNodes.Get(p); ok && !private {
				public = append(public, x.Name)
			}
		}
		if len(public) > 0 {
			p.Evidence("nodePools", public)
			p.Failf("nodes of these pools may have public addresses: %s", strings.Join(public, ", "))
		}
	}),
}
