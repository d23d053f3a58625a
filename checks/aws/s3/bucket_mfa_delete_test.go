package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestBucketMFADelete(t *testing.T) {
	none := inventory.Of[[]s3.LifecycleRule](nil)
	have := func(v inventory.Known[s3.Versioning], rules inventory.Known[[]s3.LifecycleRule]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "b"}, Versioning: v, Lifecycle: rules}))
	}
	checktest.Run(t, BucketMFADelete, []checktest.Case{
		{Name: "on", Have: have(inventory.Of(s3.Versioning{Enabled: true, MFADelete: true}), none), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(inventory.Of(s3.Versioning{Enabled: true}), none), Want: []checks.Verdict{checks.Fail}},
		{Name: "no versions at all", Have: have(inventory.Of(s3.Versioning{}), none), Want: []checks.Verdict{checks.Fail}},
		{Name: "lifecycle rules", Have: have(inventory.Of(s3.Versioning{Enabled: true}), inventory.Of([]s3.LifecycleRule{{Enabled: true}})), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "lifecycle hidden", Have: have(inventory.Of(s3.Versioning{Enabled: true}), inventory.Missing[[]s3.LifecycleRule](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(inventory.Missing[s3.Versioning](checktest.Dark), none), Want: []checks.Verdict{checks.Unknown}},
	})
}
