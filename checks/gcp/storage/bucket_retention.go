package storage

import (
	"demarc/checks"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

var retained = &checks.Param{Name: "minDays", Default: 90, Unit: "days", Source: "PCI DSS 4.0, 10.5.1: three months of logs are at hand"}

// BucketRetention asks that objects cannot be deleted too early.
var BucketRetention = &checks.Check{
	ID:       "gcp-storage-bucket-retention",
	Title:    "Buckets keep objects for long enough",
	Why:      "Without a retention policy, whoever may write to the bucket may delete what is in it.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud Storage > Buckets > the bucket > Protection > Bucket retention policy: set 90 days or more.",
		CLI:       "gcloud storage buckets update gs://<bucket> --retention-period=90d",
		Terraform: "resource \"google_storage_bucket\" \"example\" {\n  name     = \"example\"\n  location = \"EU\"\n\n  retention_policy {\n    retention_period = 7776000\n  }\n}",
	},
	Aliases: []string{"prowler:cloudstorage_bucket_sufficient_retention_period"},
	Link:    "https://cloud.google.com/storage/docs/bucket-lock",
	Params:  []*checks.Param{retained},
	Needs:   []inventory.Source{storage.Buckets},
	Run: checks.Each(storage.Buckets, func(p *checks.Probe, b *storage.Bucket) {
		switch days, ok := b.RetentionDays.Get(p); {
		case !ok || days >= p.Int(retained):
		case days == 0:
			p.Evidence("retentionDays", days)
			p.Failf("objects may be deleted at any time")
		default:
			p.Evidence("retentionDays", days)
			p.Failf("objects may be deleted after %d days, fewer than %d", days, p.Int(retained))
		}
	}),
}
