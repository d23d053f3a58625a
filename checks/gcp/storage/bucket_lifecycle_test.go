package storage

import (
	"testing"

	"demarc/checks/checktest"

	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestBucketLifecycle(t *testing.T) {
	checktest.Run(t, BucketLifecycle, []checktest.Case{
		{Name: "none", Have: have(asIs), Want: fail},
		{Name: "one", Have: have(func(b *storage.Bucket) { b.LifecycleRules = inventory.Of(1) }), Want: pass},
		{Name: "hidden", Have: have(func(b *storage.Bucket) { b.LifecycleRules = dark[int]() }), Want: unknown},
	})
}
