package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/checks/gcp/guarded"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

// BucketUniformAccess asks that IAM alone decide who reaches a bucket.
var BucketUniformAccess = &checks.Check{
	ID:       "gcp-storage-bucket-uniform-access",
	Title:    "Buckets have uniform bucket-level access",
	Why:      "With access control lists an object can be open to the world while the bucket's IAM policy looks closed.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Cloud Storage > Buckets > the bucket > Permissions > Access control: Switch to uniform.",
		CLI:       "gcloud storage buckets update gs://<bucket> --uniform-bucket-level-access",
		Terraform: "resource \"google_storage_bucket\" \"example\" {\n  name                        = \"example\"\n  location                    = \"EU\"\n  uniform_bucket_level_access = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"5.2"}},
	Aliases:  []string{"prowler:cloudstorage_bucket_uniform_bucket_level_access"},
	Link:     "https://cloud.google.com/storage/docs/uniform-bucket-level-access",
	Needs:    append([]inventory.Source{storage.Buckets}, guarded.Needs...),
	Run: checks.Each(storage.Buckets, func(p *checks.Probe, b *storage.Bucket) {
		if uniform, ok := b.UniformAccess.Get(p); ok && !uniform {
			p.Evidence("uniformBucketLevelAccess", false)
			guarded.Failf(p, orgpolicy.UniformAccess, checks.Low, "keeps it from happening to new buckets", "access control lists of single objects count beside the bucket's IAM policy")
		}
	}),
}
