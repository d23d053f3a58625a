package gke

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// NodeServiceAccount asks that nodes do not have the service account of Compute Engine.
var NodeServiceAccount = &checks.Check{
	ID:       "gcp-gke-node-service-account",
	Title:    "Nodes of GKE clusters have a service account of their own",
	Why:      "The default service account of Compute Engine is often an editor of the whole project: whoever gets out of a container is one too.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Nodes > Add node pool > Security > Service account: one with roles/container.defaultNodeServiceAccount; then delete the old pool.",
		CLI:       "gcloud container node-pools create <pool> --cluster=<cluster> --location=<location> --service-account=<account>",
		Terraform: "resource \"google_container_node_pool\" \"example\" {\n  cluster = google_container_cluster.example.id\n\n  node_config {\n    service_account = google_service_account.nodes.email\n  }\n}",
	},
	Aliases: []string{"prowler:gke_cluster_no_default_service_account"},
	Link:    "https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster",
	Needs:   []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		pools, ok := c.Pools.Get(p)
		if !ok {
			return
		}
		var standard []string
		for _, x := range pools {
			account, ok := x.ServiceAccount.Get(p)
			if ok && (account == "default" || strings.HasSuffix(account, "-compute@developer.gserviceaccount.com")) {
				standard = append(standard, x.Name)
			}
		}
		if len(standard) > 0 {
			p.Evidence("nodePools", standard)
			p.Failf("nodes of these pools have the default service account of Compute Engine: %s", strings.Join(standard, ", "))
		}
	}),
}
