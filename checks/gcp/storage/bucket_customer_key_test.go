package storage

import (
	"testing"

	"demarc/checks/checktest"

	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestBucketCustomerKey(t *testing.T) {
	checktest.Run(t, BucketCustomerKey, []checktest.Case{
		{Name: "of Google", Have: have(asIs), Want: fail},
		{Name: "of the customer", Have: have(func(b *storage.Bucket) { b.KMSKey = inventory.Of("k") }), Want: pass},
		{Name: "hidden", Have: have(func(b *storage.Bucket) { b.KMSKey = dark[string]() }), Want: unknown},
	})
}
