package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestMultiRegionAccessPointPublicAccess(t *testing.T) {
	type block = inventory.Known[s3.PublicAccessBlock]
	none, hidden := inventory.Of(s3.PublicAccessBlock{}), inventory.Missing[s3.PublicAccessBlock](checktest.Dark)
	full := inventory.Of(s3.PublicAccessBlock{BlockPublicACLs: true, IgnorePublicACLs: true, BlockPublicPolicy: true, RestrictPublicBuckets: true})
	have := func(status string, point, account block) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(s3.Accounts, &s3.Account{PublicAccess: account}),
			inventory.Rows(s3.MultiRegionAccessPoints, &s3.MultiRegionAccessPoint{Resource: inventory.Resource{ID: "m"}, Status: inventory.Of(status), PublicAccess: point}))
	}
	checktest.Run(t, MultiRegionAccessPointPublicAccess, []checktest.Case{
		{Name: "by itself", Have: have("READY", full, none), Want: []checks.Verdict{checks.Pass}},
		{Name: "by the account", Have: have("READY", none, full), Want: []checks.Verdict{checks.Pass}},
		{Name: "nowhere", Have: have("READY", none, none), Want: []checks.Verdict{checks.Fail}},
		{Name: "on its way out", Have: have("DELETING", none, none), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "account hidden", Have: have("READY", none, hidden), Want: []checks.Verdict{checks.Unknown}},
	})
}
