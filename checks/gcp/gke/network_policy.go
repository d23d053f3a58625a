package gke

import (
	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// NetworkPolicy asks that the cluster heeds network policies: by the add-on, or by Dataplane V2, which has them built in.
var NetworkPolicy = &checks.Check{
	ID:       "gcp-gke-network-policy",
	Title:    "GKE clusters enforce network policies",
	Why:      "Without enforcement every pod may talk to every other: a break-in in one reaches all.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Details > Networking > Calico Kubernetes Network policy: Enable; new clusters: Dataplane V2.",
		CLI:       "gcloud container clusters update <cluster> --location=<location> --update-addons=NetworkPolicy=ENABLED && gcloud container clusters update <cluster> --location=<location> --enable-network-policy",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name              = \"example\"\n  location          = \"europe-west1\"\n  datapath_provider = \"ADVANCED_DATAPATH\"\n}",
	},
	Link:  "https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		advanced := inventory.Map(c.Datapath, func(path string) bool { return path == "ADVANCED_DATAPATH" })
		if on, ok := inventory.Or(c.NetworkPolicy, advanced).Get(p); ok && !on {
			path, _ := c.Datapath.Peek()
			p.Evidence("networkPolicy", false)
			p.Evidence("datapathProvider", path)
			p.Failf("network policies have no effect")
		}
	}),
}
