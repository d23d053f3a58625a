package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestBucketLogging(t *testing.T) {
	have := func(l inventory.Known[s3.Logging]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "b"}, Logging: l}))
	}
	checktest.Run(t, BucketLogging, []checktest.Case{
		{Name: "on", Have: have(inventory.Of(s3.Logging{TargetBucket: "logs"})), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(inventory.Of(s3.Logging{})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[s3.Logging](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
