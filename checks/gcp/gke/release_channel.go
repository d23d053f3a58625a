package gke

import (
	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// ReleaseChannel asks that new versions come by themselves.
var ReleaseChannel = &checks.Check{
	ID:       "gcp-gke-release-channel",
	Title:    "GKE clusters are in a release channel",
	Why:      "Outside a channel the cluster stays on its version until somebody thinks of it, past the end of its security fixes.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Details > Cluster basics > Release channel: Regular or Stable.",
		CLI:       "gcloud container clusters update <cluster> --location=<location> --release-channel=regular",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n\n  release_channel {\n    channel = \"REGULAR\"\n  }\n}",
	},
	Link:  "https://cloud.google.com/kubernetes-engine/docs/concepts/release-channels",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		if channel, ok := c.Channel.Get(p); ok && channel == "UNSPECIFIED" {
			p.Evidence("releaseChannel", channel)
			p.Failf("the cluster is in no release channel")
		}
	}),
}
