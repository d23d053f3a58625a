package storage

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/logging"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

// BucketLogExportLocked asks that exported logs cannot be taken away.
var BucketLogExportLocked = &checks.Check{
	ID:       "gcp-storage-bucket-log-export-locked",
	Title:    "The retention of buckets with exported logs is locked",
	Why:      "A retention policy that is not locked can be taken off by whoever wants the traces gone.",
	Severity: checks.High,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Cloud Storage > Buckets > the bucket > Protection > Bucket retention policy: set one, then Lock. It cannot be undone.",
		CLI:       "gcloud storage buckets update gs://<bucket> --retention-period=365d && gcloud storage buckets update gs://<bucket> --lock-retention-period",
		Terraform: "resource \"google_storage_bucket\" \"example\" {\n  name     = \"example\"\n  location = \"EU\"\n\n  retention_policy {\n    retention_period = 31536000\n    is_locked        = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"2.4"}},
	Aliases:  []string{"prowler:cloudstorage_bucket_log_retention_policy_lock"},
	Link:     "https://cloud.google.com/storage/docs/bucket-lock",
	Needs:    []inventory.Source{storage.Buckets, logging.ProjectExports},
	Run: checks.Each(storage.Buckets, func(p *checks.Probe, b *storage.Bucket) {
		to, ok := inventory.Then(logging.Projects.The(p.Inv, ""), func(row *logging.Project) inventory.Known[[]string] { return row.Exports }).Get(p)
		if !ok {
			return
		}
		if !slices.Contains(to, b.ID) {
			p.Skipf("no sink that the scan reaches exports logs to the bucket")
			return
		}
		days, known := b.RetentionDays.Get(p)
		locked, also := b.RetentionLocked.Get(p)
		switch {
		case known && days == 0:
			// A policy of less than a day counts as none: "enforcement of retention
			// periods less than a day is not guaranteed".
			p.Evidence("retentionDays", days)
			p.Failf("the bucket has exported logs and no retention policy")
		case known && also && !locked:
			p.Evidence("retentionDays", days)
			p.Evidence("isLocked", false)
			p.Failf("the bucket has exported logs, and its retention policy is not locked")
		}
	}),
}
