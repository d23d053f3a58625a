package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestNetworkACLUnused(t *testing.T) {
	have := func(standard inventory.Known[bool], subnets ...string) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.NetworkACLs, &vpc.NetworkACL{Resource: res("acl-1"), Default: standard, Subnets: inventory.Of(subnets)}))
	}
	yes, no := inventory.Of(true), inventory.Of(false)
	checktest.Run(t, NetworkACLUnused, []checktest.Case{
		{Name: "used", Have: have(no, "subnet-1"), Want: []checks.Verdict{checks.Pass}},
		{Name: "unused", Have: have(no), Want: []checks.Verdict{checks.Fail}},
		{Name: "the default one", Have: have(yes), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "perhaps the default one", Have: have(inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
