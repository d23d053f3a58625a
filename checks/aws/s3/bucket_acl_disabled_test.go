package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestBucketACLDisabled(t *testing.T) {
	have := func(o inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "b"}, Ownership: o}))
	}
	checktest.Run(t, BucketACLDisabled, []checktest.Case{
		{Name: "off", Have: have(inventory.Of("BucketOwnerEnforced")), Want: []checks.Verdict{checks.Pass}},
		{Name: "preferred", Have: have(inventory.Of("BucketOwnerPreferred")), Want: []checks.Verdict{checks.Fail}},
		{Name: "as of old", Have: have(inventory.Of("ObjectWriter")), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[string](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
