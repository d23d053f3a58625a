package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/logging"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestBucketLogExportLocked(t *testing.T) {
	with := func(exports inventory.Known[[]string], days int, locked bool) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(logging.Projects, &logging.Project{Resource: inventory.Resource{ID: "1"}, Exports: exports}),
			bucket(func(b *storage.Bucket) { b.RetentionDays, b.RetentionLocked = inventory.Of(days), inventory.Of(locked) }))
	}
	here := inventory.Of([]string{"a", "b"})
	checktest.Run(t, BucketLogExportLocked, []checktest.Case{
		{Name: "no logs", Have: with(inventory.Of([]string{"b"}), 0, false), Want: skip},
		{Name: "no policy", Have: with(here, 0, false), Want: fail},
		{Name: "not locked", Have: with(here, 365, false), Want: fail},
		{Name: "locked", Have: with(here, 365, true), Want: pass},
		{Name: "sinks hidden", Have: with(dark[[]string](), 365, true), Want: unknown},
	})
}
