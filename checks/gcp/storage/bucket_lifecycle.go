package storage

import (
	"demarc/checks"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

// BucketLifecycle asks that objects do not stay for ever by themselves.
var BucketLifecycle = &checks.Check{
	ID:       "gcp-storage-bucket-lifecycle",
	Title:    "Buckets have lifecycle rules",
	Why:      "What nobody deletes stays: data that is kept longer than it may be, and old versions that are paid for.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud Storage > Buckets > the bucket > Lifecycle > Add a rule.",
		CLI:       "gcloud storage buckets update gs://<bucket> --lifecycle-file=<lifecycle.json>",
		Terraform: "resource \"google_storage_bucket\" \"example\" {\n  name     = \"example\"\n  location = \"EU\"\n\n  lifecycle_rule {\n    action {\n      type = \"Delete\"\n    }\n\n    condition {\n      age = 365\n    }\n  }\n}",
	},
	Aliases: []string{"prowler:cloudstorage_bucket_lifecycle_management_enabled"},
	Link:    "https://cloud.google.com/storage/docs/lifecycle",
	Needs:   []inventory.Source{storage.Buckets},
	Run: checks.Each(storage.Buckets, func(p *checks.Probe, b *storage.Bucket) {
		if n, ok := b.LifecycleRules.Get(p); ok && n == 0 {
			p.Evidence("rules", n)
			p.Failf("the bucket has no lifecycle rule")
		}
	}),
}
