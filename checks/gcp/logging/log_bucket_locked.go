package logging

import (
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/logging"
	"demarc/providers/inventory"
)

// LogBucketLocked asks that the log buckets that were made to keep logs are
// locked. Those of sinks of other projects are left to the checks of
// resources there.
var LogBucketLocked = &checks.Check{
	ID:       "gcp-logging-bucket-locked",
	Title:    "Log buckets that sinks write to are locked",
	Why:      "Until its retention is locked, whoever administers logging can shorten it to a day and wait for the traces to go.",
	Severity: checks.Low,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Logging > Logs storage > the bucket > Edit: set the retention, then Lock bucket. It cannot be undone.",
		CLI:       "gcloud logging buckets update <bucket> --location=<location> --retention-days=<days> --locked",
		Terraform: "resource \"google_logging_project_bucket_config\" \"example\" {\n  project        = \"example\"\n  location       = \"global\"\n  bucket_id      = \"example\"\n  retention_days = 400\n  locked         = true\n}",
	},
	Link:  "https://cloud.google.com/logging/docs/buckets",
	Needs: []inventory.Source{logging.Buckets, logging.ProjectSinks},
	Run: checks.Each(logging.Buckets, func(p *checks.Probe, b *logging.Bucket) {
		state, ok := b.State.Get(p)
		if !ok {
			return
		}
		if b.ID == "_Required" || b.ID == "_Default" {
			p.Skipf("the bucket is one that every project has: the retention of _Required is fixed, and _Default is not for keeping")
			return
		}
		if state == "DELETE_REQUESTED" {
			p.Skipf("the bucket is being deleted")
			return
		}
		used := inventory.Then(logging.Projects.The(p.Inv, ""), func(row *logging.Project) inventory.Known[bool] {
			return inventory.Map(row.Sinks, func(all []logging.Sink) bool {
				for _, k := range all {
					if "//logging.googleapis.com/"+k.Destination == b.Full {
						return true
					}
				}
				return false
			})
		})
		written, ok := used.Get(p)
		switch locked, also := b.Locked.Get(p); {
		case !ok || !also || locked:
		case !written:
			p.Skipf("no sink of the project, and none above it, writes to the bucket")
		default:
			days, _ := b.RetentionDays.Peek()
			p.Evidence("locked", false)
			p.Evidence("retentionDays", days)
			p.Failf("the retention of %s can be shortened", strings.TrimPrefix(b.Full, "//logging.googleapis.com/"))
		}
	}),
}
