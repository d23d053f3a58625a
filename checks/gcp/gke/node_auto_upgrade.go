package gke

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// NodeAutoUpgrade asks that nodes get new versions by themselves.
var NodeAutoUpgrade = &checks.Check{
	ID:       "gcp-gke-node-auto-upgrade",
	Title:    "Nodes of GKE clusters are upgraded automatically",
	Why:      "Nodes that wait for somebody to upgrade them keep known holes in Kubernetes and in their system.",
	Severity: checks.Medium,
	Area:     checks.OS,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Nodes > the node pool > Edit > Management: Enable auto-upgrade.",
		CLI:       "gcloud container node-pools update <pool> --cluster=<cluster> --location=<location> --enable-autoupgrade",
		Terraform: "resource \"google_container_node_pool\" \"example\" {\n  cluster = google_container_cluster.example.id\n\n  management {\n    auto_upgrade = true\n  }\n}",
	},
	Link:  "https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-upgrades",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		if auto, ok := c.Autopilot.Get(p); !ok || auto {
			return
		}
		pools, ok := c.Pools.Get(p)
		if !ok {
			return
		}
		var still []string
		for _, x := range pools {
			if on, ok := x.AutoUpgrade.Get(p); ok && !on {
				still = append(still, x.Name)
			}
		}
		if len(still) > 0 {
			p.Evidence("nodePools", still)
			p.Failf("these pools are not upgraded by themselves: %s", strings.Join(still, ", "))
		}
	}),
}
