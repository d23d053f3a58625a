package storage

import (
	"demarc/checks"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

// BucketLogging asks that the use of a bucket leaves a trace: in Cloud Audit
// Logs, which Google recommends, or in usage logs, which are the older way.
var BucketLogging = &checks.Check{
	ID:       "gcp-storage-bucket-logging",
	Title:    "The use of buckets is logged",
	Why:      "After a leak the first question is who has read what; without logs there is no answer.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "IAM & Admin > Audit Logs > Google Cloud Storage: Data Read, Data Write. For usage logs there is no page.",
		CLI:       "gcloud storage buckets update gs://<bucket> --log-bucket=gs://<log-bucket>",
		Terraform: "resource \"google_storage_bucket\" \"example\" {\n  name     = \"example\"\n  location = \"EU\"\n\n  logging {\n    log_bucket = google_storage_bucket.logs.name\n  }\n}",
	},
	Aliases: []string{"prowler:cloudstorage_bucket_logging_enabled"},
	Link:    "https://cloud.google.com/storage/docs/access-logs",
	Needs:   append([]inventory.Source{storage.Buckets}, auditNeeds...),
	Run: checks.Each(storage.Buckets, func(p *checks.Probe, b *storage.Bucket) {
		usage := inventory.Map(b.LogBucket, func(to string) bool { return to != "" })
		audit, _ := audited(p.Inv, projectOf(b.Resource))
		if logged, ok := inventory.Or(usage, audit).Get(p); ok && !logged {
			p.Evidence("logBucket", "")
			p.Absentf("the bucket has no usage logs, and the project has no Data Access logs of Cloud Storage")
		}
	}),
}
