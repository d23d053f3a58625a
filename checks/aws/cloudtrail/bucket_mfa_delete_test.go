package cloudtrail

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestBucketMFADelete(t *testing.T) {
	on := &s3.Bucket{Versioning: inventory.Of(s3.Versioning{Enabled: true, MFADelete: true})}
	off := &s3.Bucket{Versioning: inventory.Of(s3.Versioning{Enabled: true})}
	checktest.Run(t, BucketMFADelete, []checktest.Case{
		{Name: "on", Have: withBucket(on), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: withBucket(off), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: withBucket(&s3.Bucket{Versioning: inventory.Missing[s3.Versioning](checktest.Dark)}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "another account's", Have: withBucket(&s3.Bucket{}, elsewhere), Want: []checks.Verdict{checks.Unknown}},
	})
}
