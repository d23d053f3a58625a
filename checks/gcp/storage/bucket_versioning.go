package storage

import (
	"demarc/checks"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

// BucketVersioning asks that overwritten objects can be had back. A retention
// policy does not let them be overwritten in the first place.
var BucketVersioning = &checks.Check{
	ID:       "gcp-storage-bucket-versioning",
	Title:    "Buckets keep what is overwritten",
	Why:      "Without versions an object that was overwritten, such as by an encryption for a ransom, is lost when soft delete has run out.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud Storage > Buckets > the bucket > Protection > Object versioning: On.",
		CLI:       "gcloud storage buckets update gs://<bucket> --versioning",
		Terraform: "resource \"google_storage_bucket\" \"example\" {\n  name     = \"example\"\n  location = \"EU\"\n\n  versioning {\n    enabled = true\n  }\n}",
	},
	Aliases: []string{"prowler:cloudstorage_bucket_versioning_enabled"},
	Link:    "https://cloud.google.com/storage/docs/object-versioning",
	Needs:   []inventory.Source{storage.Buckets},
	Run: checks.Each(storage.Buckets, func(p *checks.Probe, b *storage.Bucket) {
		folders, ok := b.Hierarchical.Get(p)
		if ok && folders {
			p.Skipf("the bucket has a hierarchical namespace, which takes no versions")
		}
		if !ok || folders {
			return
		}
		held := inventory.Map(b.RetentionDays, func(n int) bool { return n > 0 })
		if kept, ok := inventory.Or(b.Versioning, held).Get(p); ok && !kept {
			p.Evidence("versioning", false)
			p.Failf("an object that is overwritten is not kept")
		}
	}),
}
