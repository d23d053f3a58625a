package storage

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/gcp/storage"
	"demarc/providers/inventory"
)

func TestBucketUniformAccess(t *testing.T) {
	have := func(uniform inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(orgpolicy.Projects, &orgpolicy.Project{Policies: []orgpolicy.Policy{{Constraint: orgpolicy.UniformAccess, Enforced: inventory.Of(true)}}}), inventory.Rows(storage.Buckets, &storage.Bucket{Resource: inventory.Resource{ID: "a"}, UniformAccess: uniform}))
	}
	checktest.Run(t, BucketUniformAccess, []checktest.Case{
		{Name: "on", Have: have(inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
