package s3

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/s3"
	"demarc/providers/inventory"
)

func TestAccountPublicAccess(t *testing.T) {
	have := func(b inventory.Known[s3.PublicAccessBlock]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(s3.Accounts, &s3.Account{PublicAccess: b}))
	}
	checktest.Run(t, AccountPublicAccess, []checktest.Case{
		{Name: "all", Have: have(inventory.Of(s3.PublicAccessBlock{BlockPublicACLs: true, IgnorePublicACLs: true, BlockPublicPolicy: true, RestrictPublicBuckets: true})), Want: []checks.Verdict{checks.Pass}},
		{Name: "half", Have: have(inventory.Of(s3.PublicAccessBlock{BlockPublicACLs: true, IgnorePublicACLs: true})), Want: []checks.Verdict{checks.Fail}},
		{Name: "never set", Have: have(inventory.Of(s3.PublicAccessBlock{})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[s3.PublicAccessBlock](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
