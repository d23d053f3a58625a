package storage

import (
	"testing"

	"demarc/checks/checktest"

	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestBucketRetention(t *testing.T) {
	days := func(k inventory.Known[int]) *inventory.Inventory {
		return have(func(b *storage.Bucket) { b.RetentionDays = k })
	}
	checktest.Run(t, BucketRetention, []checktest.Case{
		{Name: "none", Have: have(asIs), Want: fail},
		{Name: "short", Have: days(inventory.Of(30)), Want: fail},
		{Name: "long", Have: days(inventory.Of(90)), Want: pass},
		{Name: "hidden", Have: days(dark[int]()), Want: unknown},
	})
}
