package storage

import (
	"testing"

	"demarc/checks/checktest"

	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestBucketSoftDelete(t *testing.T) {
	days := func(k inventory.Known[int]) *inventory.Inventory {
		return have(func(b *storage.Bucket) { b.SoftDeleteDays = k })
	}
	checktest.Run(t, BucketSoftDelete, []checktest.Case{
		{Name: "out of the box", Have: have(asIs), Want: pass},
		{Name: "off", Have: days(inventory.Of(0)), Want: fail},
		{Name: "short", Have: days(inventory.Of(3)), Want: fail},
		{Name: "long", Have: days(inventory.Of(90)), Want: pass},
		{Name: "hidden", Have: days(dark[int]()), Want: unknown},
	})
}
