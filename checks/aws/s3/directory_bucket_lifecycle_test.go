package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestDirectoryBucketLifecycle(t *testing.T) {
	have := func(rules inventory.Known[[]s3.LifecycleRule]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(s3.DirectoryBuckets, &s3.DirectoryBucket{Resource: inventory.Resource{ID: "b--use1-az4--x-s3"}, Lifecycle: rules}))
	}
	checktest.Run(t, DirectoryBucketLifecycle, []checktest.Case{
		{Name: "a rule", Have: have(inventory.Of([]s3.LifecycleRule{{Enabled: true}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: have(inventory.Of[[]s3.LifecycleRule](nil)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[[]s3.LifecycleRule](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not offered", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.Unlisted(s3.DirectoryBuckets, "eu-west-1", inventory.Gap{Reason: inventory.Unsupported, Where: "aws/111122223333/eu-west-1"}))},
	})
}
