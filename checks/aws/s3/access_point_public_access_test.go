package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestAccessPointPublicAccess(t *testing.T) {
	type block = inventory.Known[s3.PublicAccessBlock]
	none, hidden := inventory.Of(s3.PublicAccessBlock{}), inventory.Missing[s3.PublicAccessBlock](checktest.Dark)
	full := inventory.Of(s3.PublicAccessBlock{BlockPublicACLs: true, IgnorePublicACLs: true, BlockPublicPolicy: true, RestrictPublicBuckets: true})
	half := inventory.Of(s3.PublicAccessBlock{BlockPublicACLs: true, IgnorePublicACLs: true})
	have := func(point, bucket, account block, change ...func(*s3.AccessPoint)) *inventory.Inventory {
		a := &s3.AccessPoint{Resource: inventory.Resource{ID: "p"}, Bucket: "b", BucketOwner: inventory.FixtureAccount, VPCOnly: inventory.Of(false), PublicAccess: point}
		for _, f := range change {
			f(a)
		}
		return inventory.Fixture(inventory.Rows(s3.AccessPoints, a), inventory.Rows(s3.Accounts, &s3.Account{PublicAccess: account}),
			inventory.Rows(s3.Buckets, &s3.Bucket{Resource: inventory.Resource{ID: "b", Region: inventory.FixtureRegion}, PublicAccess: bucket}))
	}
	checktest.Run(t, AccessPointPublicAccess, []checktest.Case{
		{Name: "by itself", Have: have(full, none, none), Want: []checks.Verdict{checks.Pass}},
		{Name: "by the account", Have: have(none, hidden, full), Want: []checks.Verdict{checks.Pass}},
		{Name: "by the bucket", Have: have(none, full, none), Want: []checks.Verdict{checks.Pass}},
		{Name: "nowhere", Have: have(none, none, none), Want: []checks.Verdict{checks.Fail}, Severity: checks.Critical},
		{Name: "half", Have: have(half, none, none), Want: []checks.Verdict{checks.Fail}},
		{Name: "in a VPC", Want: []checks.Verdict{checks.Fail}, Severity: checks.Low,
			Have: have(none, none, none, func(a *s3.AccessPoint) { a.VPCOnly = inventory.Of(true) })},
		{Name: "another account's bucket does not count", Want: []checks.Verdict{checks.Fail},
			Have: have(none, full, none, func(a *s3.AccessPoint) { a.BucketOwner = "222233334444" })},
		{Name: "own hidden", Have: have(hidden, none, none), Want: []checks.Verdict{checks.Unknown}},
		{Name: "bucket hidden", Have: have(none, hidden, none), Want: []checks.Verdict{checks.Unknown}},
		{Name: "account hidden", Have: have(half, none, hidden), Want: []checks.Verdict{checks.Unknown}},
	})
}
