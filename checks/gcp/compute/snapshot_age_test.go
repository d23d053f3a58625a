package compute

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestSnapshotAge(t *testing.T) {
	snapshot := func(days int, archive bool, status string) inventory.Part {
		return inventory.Rows(compute.Snapshots, &compute.Snapshot{
			Resource: labelled("s"), Status: inventory.Of(status), Archive: inventory.Of(archive), Created: inventory.Of(inventory.FixtureNow.AddDate(0, 0, -days)),
		})
	}
	checktest.Run(t, SnapshotAge, []checktest.Case{
		is("fresh", checks.Pass, snapshot(90, false, "READY")),
		is("old", checks.Fail, snapshot(91, false, "READY")),
		is("an archive", checks.NotApplicable, snapshot(400, true, "READY")),
		is("being deleted", checks.NotApplicable, snapshot(400, false, "DELETING")),
		is("hidden", checks.Unknown, inventory.Rows(compute.Snapshots, &compute.Snapshot{Resource: labelled("s"), Status: inventory.Of("READY"), Archive: inventory.Of(false), Created: hidden[time.Time]()})),
	})
}
