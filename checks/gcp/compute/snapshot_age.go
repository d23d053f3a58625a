package compute

import (
	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

var maxSnapshotDays = &checks.Param{Name: "maxAgeDays", Default: 90, Unit: "days", Source: "a quarter: longer than a usual retention of backups"}

// SnapshotAge asks that old snapshots are cleared away.
var SnapshotAge = &checks.Check{
	ID:       "gcp-compute-snapshot-age",
	Title:    "Snapshots are not kept for longer than needed",
	Why:      "Old snapshots hold data that was deleted since, and cost money. What must be kept belongs into archive snapshots.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Compute Engine > Snapshots > the snapshot > Delete; set a retention in Snapshot schedules.",
		CLI:       "gcloud compute snapshots delete <snapshot>",
		Terraform: "resource \"google_compute_resource_policy\" \"example\" {\n  name = \"example\"\n  snapshot_schedule_policy {\n    schedule {\n      daily_schedule {\n        days_in_cycle = 1\n        start_time    = \"04:00\"\n      }\n    }\n    retention_policy {\n      max_retention_days = 30\n    }\n  }\n}",
	},
	Aliases: []string{"prowler:compute_snapshot_not_outdated"},
	Link:    "https://cloud.google.com/compute/docs/disks/snapshot-best-practices",
	Params:  []*checks.Param{maxSnapshotDays},
	Needs:   []inventory.Source{compute.Snapshots},
	Run: checks.Each(compute.Snapshots, func(p *checks.Probe, s *compute.Snapshot) {
		status, ok := s.Status.Get(p)
		archive, known := s.Archive.Get(p)
		created, dated := s.Created.Get(p)
		switch {
		case !ok || !known || !dated:
		case status == "DELETING":
			p.Skipf("the snapshot is being deleted")
		case archive:
			p.Skipf("archive snapshots are there to be kept")
		default:
			if days := int(p.Inv.Now.Sub(created).Hours() / 24); days > p.Int(maxSnapshotDays) {
				p.Evidence("ageDays", days)
				p.Failf("is %d days old", days)
			}
		}
	}),
}
