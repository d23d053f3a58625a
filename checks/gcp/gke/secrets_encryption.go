package gke

import (
	"demarc/checks"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

// SecretsEncryption asks that Kubernetes secrets are encrypted with a key of the customer's, beside the encryption of the disks.
var SecretsEncryption = &checks.Check{
	ID:       "gcp-gke-secrets-encryption",
	Title:    "Secrets of GKE clusters are encrypted with a key of the customer's",
	Why:      "Secrets are in plain text in the cluster's database otherwise, for whoever gets a copy of it.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Kubernetes Engine > Clusters > the cluster > Details > Security > Application-layer secrets encryption: Enable, with a key.",
		CLI:       "gcloud container clusters update <cluster> --location=<location> --database-encryption-key=projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key>",
		Terraform: "resource \"google_container_cluster\" \"example\" {\n  name     = \"example\"\n  location = \"europe-west1\"\n\n  database_encryption {\n    state    = \"ENCRYPTED\"\n    key_name = google_kms_crypto_key.example.id\n  }\n}",
	},
	Link:  "https://cloud.google.com/kubernetes-engine/docs/how-to/encrypting-secrets",
	Needs: []inventory.Source{gke.Clusters},
	Run: each(func(p *checks.Probe, c *gke.Cluster) {
		switch state, ok := c.DatabaseEncryption.Get(p); {
		case !ok || state == "ENCRYPTED" || state == "ALL_OBJECTS_ENCRYPTION_ENABLED":
		case state == "DECRYPTED":
			p.Evidence("databaseEncryption.state", state)
			p.Failf("secrets are in the cluster's database in plain text")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "what the state of encryption " + state + " means"})
		}
	}),
}
