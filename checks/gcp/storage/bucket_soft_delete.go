package storage

import (
	"demarc/checks"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

var softDays = &checks.Param{Name: "minDays", Default: 7, Unit: "days", Source: "Cloud Storage documentation, \"Soft delete\": the default, and the least but none"}

// BucketSoftDelete asks that deleted objects can be had back.
var BucketSoftDelete = &checks.Check{
	ID:       "gcp-storage-bucket-soft-delete",
	Title:    "Deleted objects can be restored",
	Why:      "With soft delete off, what is deleted by mistake, or by somebody who wants a ransom, is gone.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud Storage > Buckets > the bucket > Protection > Soft delete policy: Enabled.",
		CLI:       "gcloud storage buckets update gs://<bucket> --soft-delete-duration=7d",
		Terraform: "resource \"google_storage_bucket\" \"example\" {\n  name     = \"example\"\n  location = \"EU\"\n\n  soft_delete_policy {\n    retention_duration_seconds = 604800\n  }\n}",
	},
	Aliases: []string{"prowler:cloudstorage_bucket_soft_delete_enabled"},
	Link:    "https://cloud.google.com/storage/docs/soft-delete",
	Params:  []*checks.Param{softDays},
	Needs:   []inventory.Source{storage.Buckets},
	Run: checks.Each(storage.Buckets, func(p *checks.Probe, b *storage.Bucket) {
		switch days, ok := b.SoftDeleteDays.Get(p); {
		case !ok || days >= p.Int(softDays):
		case days == 0:
			p.Evidence("softDeleteDays", days)
			p.Failf("what is deleted is gone at once")
		default:
			p.Evidence("softDeleteDays", days)
			p.Failf("deleted objects are kept for %d days, fewer than %d", days, p.Int(softDays))
		}
	}),
}
