package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestBucketVersioning(t *testing.T) {
	have := func(v inventory.Known[s3.Versioning]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "b"}, Versioning: v}))
	}
	checktest.Run(t, BucketVersioning, []checktest.Case{
		{Name: "on", Have: have(inventory.Of(s3.Versioning{Enabled: true})), Want: []checks.Verdict{checks.Pass}},
		{Name: "suspended", Have: have(inventory.Of(s3.Versioning{Suspended: true})), Want: []checks.Verdict{checks.Fail}},
		{Name: "never", Have: have(inventory.Of(s3.Versioning{})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[s3.Versioning](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
