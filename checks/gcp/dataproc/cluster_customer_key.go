package dataproc

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/dataproc"
	"demarc/providers/inventory"
)

// ClusterCustomerKey asks that the disks are encrypted with the customer's key.
var ClusterCustomerKey = &checks.Check{
	ID:       "gcp-dataproc-cluster-customer-key",
	Title:    "Dataproc clusters are encrypted with a key of the customer's",
	Why:      "Whoever holds the key decides who reads what the cluster works on, sees its use, and can end it for good by destroying the key.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "A key is chosen when a cluster is made: Dataproc > Create cluster > Manage security > Data encryption: Cloud KMS key.",
		CLI:       "gcloud dataproc clusters create <new-cluster> --region=<region> --gce-pd-kms-key=projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key>",
		Terraform: "resource \"google_dataproc_cluster\" \"example\" {\n  name   = \"example\"\n  region = \"europe-west1\"\n\n  cluster_config {\n    encryption_config {\n      kms_key_name = google_kms_crypto_key.example.id\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"8.1"}},
	Aliases:  []string{"prowler:dataproc_encrypted_with_cmks_disabled"},
	Link:     "https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/customer-managed-encryption",
	Needs:    []inventory.Source{dataproc.Clusters},
	Run: checks.Each(dataproc.Clusters, func(p *checks.Probe, c *dataproc.Cluster) {
		state, ok := c.State.Get(p)
		virtual, also := c.Virtual.Get(p)
		switch {
		case !ok || !also:
			return
		case state == "DELETING":
			p.Skipf("the cluster is being deleted")
			return
		case virtual:
			p.Skipf("the cluster runs on one of Google Kubernetes Engine, whose disks it has")
			return
		}
		if key, ok := c.DiskKey.Get(p); ok && key == "" {
			p.Evidence("gcePdKmsKeyName", "")
			p.Failf("the key is Google's own")
		}
	}),
}
