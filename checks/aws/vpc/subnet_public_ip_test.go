package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestSubnetPublicIP(t *testing.T) {
	have := func(v4, v6 inventory.Known[bool], blocks ...vpc.SubnetIPv6) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.Subnets, &vpc.Subnet{Resource: res("subnet-1"), MapPublicIP: v4, AssignIPv6: v6, IPv6: inventory.Of(blocks)}))
	}
	yes, no, hidden := inventory.Of(true), inventory.Of(false), inventory.Missing[bool](checktest.Dark)
	checktest.Run(t, SubnetPublicIP, []checktest.Case{
		{Name: "neither", Have: have(no, no), Want: []checks.Verdict{checks.Pass}},
		{Name: "IPv4", Have: have(yes, no), Want: []checks.Verdict{checks.Fail}},
		{Name: "IPv6", Have: have(no, yes, vpc.SubnetIPv6{CIDR: "2a05:d014::/64"}), Want: []checks.Verdict{checks.Fail}},
		{Name: "private IPv6", Have: have(no, yes, vpc.SubnetIPv6{CIDR: "fd00:1::/64", Private: true}), Want: []checks.Verdict{checks.Pass}},
		{Name: "IPv4 hidden", Have: have(hidden, no), Want: []checks.Verdict{checks.Unknown}},
		{Name: "a subnet of somebody else's", Want: nil, Have: inventory.Fixture(inventory.Rows(vpc.Subnets, &vpc.Subnet{
			Resource: inventory.Resource{ID: "subnet-9", Account: "999988887777"}, MapPublicIP: yes}))},
	})
}
