package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestBucketPublicAccess(t *testing.T) {
	type block = inventory.Known[s3.PublicAccessBlock]
	none, hidden := inventory.Of(s3.PublicAccessBlock{}), inventory.Missing[s3.PublicAccessBlock](checktest.Dark)
	full := inventory.Of(s3.PublicAccessBlock{BlockPublicACLs: true, IgnorePublicACLs: true, BlockPublicPolicy: true, RestrictPublicBuckets: true})
	acls := inventory.Of(s3.PublicAccessBlock{BlockPublicACLs: true, IgnorePublicACLs: true})
	policies := inventory.Of(s3.PublicAccessBlock{BlockPublicPolicy: true, RestrictPublicBuckets: true})
	have := func(bucket, account block) *inventory.Inventory {
		return inventory.Fixture(
			inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "b"}, PublicAccess: bucket}),
			inventory.Rows(s3.Accounts, &s3.Account{PublicAccess: account}),
		)
	}
	checktest.Run(t, BucketPublicAccess, []checktest.Case{
		{Name: "neither", Have: have(none, none), Want: []checks.Verdict{checks.Fail}},
		{Name: "bucket", Have: have(full, none), Want: []checks.Verdict{checks.Pass}},
		{Name: "account", Have: have(none, full), Want: []checks.Verdict{checks.Pass}},
		{Name: "half each", Have: have(acls, policies), Want: []checks.Verdict{checks.Pass}},
		{Name: "half only", Have: have(acls, none), Want: []checks.Verdict{checks.Fail}},
		{Name: "bucket hidden, account blocks", Have: have(hidden, full), Want: []checks.Verdict{checks.Pass}},
		{Name: "bucket open, account hidden", Have: have(none, hidden), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not listed", Want: []checks.Verdict{checks.Unknown}, Have: inventory.Fixture(
			inventory.Unlisted(s3.Buckets, "", checktest.Dark), inventory.Rows(s3.Accounts, &s3.Account{PublicAccess: none}))},
	})
}
