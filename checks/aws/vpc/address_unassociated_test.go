package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestAddressUnassociated(t *testing.T) {
	have := func(a *vpc.Address) *inventory.Inventory { return inventory.Fixture(inventory.Rows(vpc.Addresses, a)) }
	checktest.Run(t, AddressUnassociated, []checktest.Case{
		{Name: "in use", Have: have(&vpc.Address{Associated: inventory.Of(true)}), Want: []checks.Verdict{checks.Pass}},
		{Name: "idle", Have: have(&vpc.Address{Associated: inventory.Of(false)}), Want: []checks.Verdict{checks.Fail}},
		{Name: "of a load balancer", Have: have(&vpc.Address{ManagedBy: "alb", Associated: inventory.Of(false)}), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(&vpc.Address{Associated: inventory.Missing[bool](checktest.Dark)}), Want: []checks.Verdict{checks.Unknown}},
	})
}
