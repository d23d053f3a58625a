package gke

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// WorkloadIdentity asks that pods have identities of their own, not that of their node.
var WorkloadIdentity = &checks.Check{
	ID:       "gcp-gke-workload-identity",
	Title:    "Pods of GKE clusters have identities of their own",
	Why:      "Without workload identity federation, every pod may take the token of its node's service account from the metadata server, and with it all that the account may do.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Details > Security > Workload Identity: Enable; then for each node pool Edit > Security > Enable GKE Metadata Server.",
		CLI:       "gcloud container clusters update <cluster> --location=<location> --workload-pool=<project>.svc.id.goog && gcloud container node-pools update <pool> --cluster=<cluster> --location=<location> --workload-metadata=GKE_METADATA",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n\n  workload_identity_config {\n    workload_pool = \"example.svc.id.goog\"\n  }\n}",
	},
	Link:  "https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		if auto, ok := c.Autopilot.Get(p); !ok || auto { // "always enabled in Autopilot clusters"
			return
		}
		if identities, ok := c.Identities.Get(p); ok && identities == "" {
			p.Evidence("workloadPool", "")
			p.Failf("pods have no identities of their own")
			return
		}
		pools, ok := c.Pools.Get(p)
		if !ok {
			return
		}
		var without []string
		for _, x := range pools {
			if mode, ok := x.Metadata.Get(p); ok && mode != "GKE_METADATA" {
				without = append(without, x.Name)
			}
		}
		if len(without) > 0 {
			p.Evidence("nodePools", without)
			p.Failf("pods on these pools see the metadata of their node: %s", strings.Join(without, ", "))
		}
	}),
}
