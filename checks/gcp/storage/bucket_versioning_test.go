package storage

import (
	"testing"

	"demarc/checks/checktest"

	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestBucketVersioning(t *testing.T) {
	checktest.Run(t, BucketVersioning, []checktest.Case{
		{Name: "off", Have: have(asIs), Want: fail},
		{Name: "on", Have: have(func(b *storage.Bucket) { b.Versioning = inventory.Of(true) }), Want: pass},
		{Name: "held", Have: have(func(b *storage.Bucket) { b.RetentionDays = inventory.Of(30) }), Want: pass},
		{Name: "folders", Have: have(func(b *storage.Bucket) { b.Hierarchical = inventory.Of(true) }), Want: skip},
		{Name: "hidden", Have: have(func(b *storage.Bucket) { b.Versioning = dark[bool]() }), Want: unknown},
	})
}
