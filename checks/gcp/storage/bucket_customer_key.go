package storage

import (
	"demarc/checks"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

// BucketCustomerKey asks that new objects are encrypted with the customer's
// key.
var BucketCustomerKey = &checks.Check{
	ID:       "gcp-storage-bucket-customer-key",
	Title:    "Buckets encrypt new objects with a key of the customer's",
	Why:      "Whoever holds the key decides who reads the objects, sees its use, and can end it for good by destroying the key.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud Storage > Buckets > the bucket > Configuration > Default encryption type: Cloud KMS key.",
		CLI:       "gcloud storage buckets update gs://<bucket> --default-encryption-key=projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key>",
		Terraform: "resource \"google_storage_bucket\" \"example\" {\n  name     = \"example\"\n  location = \"EU\"\n\n  encryption {\n    default_kms_key_name = google_kms_crypto_key.example.id\n  }\n}",
	},
	Link:  "https://cloud.google.com/storage/docs/encryption/customer-managed-keys",
	Needs: []inventory.Source{storage.Buckets},
	Run: checks.Each(storage.Buckets, func(p *checks.Probe, b *storage.Bucket) {
		if key, ok := b.KMSKey.Get(p); ok && key == "" {
			p.Evidence("defaultKmsKeyName", "")
			p.Failf("the key of new objects is Google's own")
		}
	}),
}
