package cloudtrail

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

// withBucket is an account with a trail and the bucket that it writes to.
func withBucket(b *s3.Bucket, edits ...func(*cloudtrail.Trail)) *inventory.Inventory {
	b.Resource = inventory.Resource{ID: "logs", Full: "arn:aws:s3:::logs", Region: "eu-west-1"}
	return inventory.Fixture(inventory.Rows(cloudtrail.Trails, good("a", edits...)), inventory.Rows(s3.Buckets, b))
}

func elsewhere(t *cloudtrail.Trail) { t.Bucket = inventory.Of("another-account") }

func TestBucketAccessLogging(t *testing.T) {
	on := &s3.Bucket{Logging: inventory.Of(s3.Logging{TargetBucket: "access"})}
	off := &s3.Bucket{Logging: inventory.Of(s3.Logging{})}
	checktest.Run(t, BucketAccessLogging, []checktest.Case{
		{Name: "on", Have: withBucket(on), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: withBucket(off), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: withBucket(&s3.Bucket{Logging: inventory.Missing[s3.Logging](checktest.Dark)}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "another account's", Have: withBucket(&s3.Bucket{Logging: inventory.Of(s3.Logging{})}, elsewhere), Want: []checks.Verdict{checks.Unknown}},
	})
}
