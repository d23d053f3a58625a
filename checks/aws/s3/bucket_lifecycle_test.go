package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestBucketLifecycle(t *testing.T) {
	have := func(rules inventory.Known[[]s3.LifecycleRule]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "b"}, Lifecycle: rules}))
	}
	checktest.Run(t, BucketLifecycle, []checktest.Case{
		{Name: "a rule", Have: have(inventory.Of([]s3.LifecycleRule{{ID: "off"}, {ID: "on", Enabled: true}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "only disabled ones", Have: have(inventory.Of([]s3.LifecycleRule{{ID: "off"}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "none", Have: have(inventory.Of[[]s3.LifecycleRule](nil)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[[]s3.LifecycleRule](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
