package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/iam"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestBucketLogging(t *testing.T) {
	with := func(to inventory.Known[string], own func(*iam.Policy)) *inventory.Inventory {
		return inventory.Fixture(bucket(func(b *storage.Bucket) { b.LogBucket = to }), inventory.Rows(iam.Policies, policy(projectFull, own)), inventory.Rows(iam.Inherited))
	}
	nothing := func(*iam.Policy) {}
	hidden := func(p *iam.Policy) { p.Audit = dark[[]iam.AuditConfig]() }
	checktest.Run(t, BucketLogging, []checktest.Case{
		{Name: "nowhere", Have: with(inventory.Of(""), nothing), Want: fail},
		{Name: "usage logs", Have: with(inventory.Of("logs"), hidden), Want: pass},
		{Name: "audit logs", Have: with(inventory.Of(""), logs("allServices", "DATA_READ", "DATA_WRITE")), Want: pass},
		{Name: "hidden", Have: with(inventory.Of(""), hidden), Want: unknown},
	})
}
