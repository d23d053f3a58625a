package gke

import (
	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// LegacyABAC asks that roles alone say who may do what.
var LegacyABAC = &checks.Check{
	ID:       "gcp-gke-legacy-abac",
	Title:    "GKE clusters do not use legacy authorization",
	Why:      "Legacy authorization gives every service account in the cluster wide rights that no role shows.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Details > Security > Legacy authorization: Disable.",
		CLI:       "gcloud container clusters update <cluster> --location=<location> --no-enable-legacy-authorization",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name               = \"example\"\n  location           = \"europe-west1\"\n  enable_legacy_abac = false\n}",
	},
	Link:  "https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		if on, ok := c.LegacyABAC.Get(p); ok && on {
			p.Evidence("legacyAbac", true)
			p.Failf("legacy authorization is on")
		}
	}),
}
