package gke

import (
	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// ClientCertificate asks that nobody holds a certificate that cannot be revoked.
var ClientCertificate = &checks.Check{
	ID:       "gcp-gke-client-certificate",
	Title:    "GKE clusters issue no client certificate",
	Why:      "The certificate cannot be revoked, and is not tied to a person; whoever has copied it once keeps the way in.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "A certificate is issued when a cluster is made; rotate the credentials to end it: Kubernetes Engine > Clusters > the cluster > Details > Security > Client certificate; Start credential rotation.",
		CLI:       "gcloud container clusters create <new-cluster> --location=<location> --no-issue-client-certificate",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n\n  master_auth {\n    client_certificate_config {\n      issue_client_certificate = false\n    }\n  }\n}",
	},
	Link:  "https://cloud.google.com/kubernetes-engine/docs/how-to/api-server-authentication",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		if issued, ok := c.ClientCertificate.Get(p); ok && issued {
			p.Evidence("issueClientCertificate", true)
			p.Failf("a client certificate was issued with the cluster")
		}
	}),
}
