package vpc

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

func TestPeeringRoutes(t *testing.T) {
	pcx := &vpc.Peering{
		Resource: res("pcx-1"), Status: "active",
		Requester: vpc.PeeringSide{VPCID: "vpc-1", IPv4: inventory.Of([]string{"10.0.0.0/16"}), IPv6: inventory.Of[[]string](nil)},
		Accepter:  vpc.PeeringSide{VPCID: "vpc-2", IPv4: inventory.Of([]string{"10.1.0.0/16", "100.64.0.0/16"}), IPv6: inventory.Of([]string{"2a05:d014:1::/56"})},
	}
	have := func(routes ...vpc.Route) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(vpc.RouteTables, &vpc.RouteTable{Resource: res("rtb-1"), VPCID: "vpc-1", Routes: inventory.Of(routes)}), inventory.Rows(vpc.Peerings, pcx),
			inventory.Rows(vpc.PrefixLists, &vpc.PrefixList{Resource: res("pl-1"), Entries: inventory.Of([]string{"10.1.0.0/17", "10.1.128.0/17"})}))
	}
	to := func(cidr string) vpc.Route { return vpc.Route{CIDR: cidr, Target: "pcx-1", Active: true} }
	fail, pass := []checks.Verdict{checks.Fail}, []checks.Verdict{checks.Pass}
	checktest.Run(t, PeeringRoutes, []checktest.Case{
		{Name: "the whole", Have: have(to("10.1.0.0/16")), Want: fail},
		{Name: "more", Have: have(to("10.0.0.0/8")), Want: fail},
		{Name: "in halves", Have: have(to("10.1.0.0/17"), to("10.1.128.0/17")), Want: fail},
		{Name: "by prefix list", Have: have(vpc.Route{PrefixList: "pl-1", Target: "pcx-1", Active: true}), Want: fail},
		{Name: "all of IPv6", Have: have(to("2a05:d014:1::/56")), Want: fail},
		{Name: "a subnet", Have: have(to("10.1.4.0/24")), Want: pass},
		{Name: "a blackhole", Have: have(vpc.Route{CIDR: "10.1.0.0/16", Target: "pcx-1"}), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "no peering", Have: have(vpc.Route{CIDR: "0.0.0.0/0", Target: "igw-1", Active: true}), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "a peering that is not listed", Have: have(vpc.Route{CIDR: "10.1.0.0/16", Target: "pcx-9", Active: true}), Want: []checks.Verdict{checks.Unknown}},
		{Name: "a list that is not listed", Have: have(vpc.Route{PrefixList: "pl-9", Target: "pcx-1", Active: true}), Want: []checks.Verdict{checks.Unknown}},
	})
}
