package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestBastionExists(t *testing.T) {
	host := func(account string) inventory.Part {
		return inventory.Rows(network.BastionHosts, &network.BastionHost{Resource: inventory.Resource{ID: "b", Account: account}, Networks: inventory.Of([]string{"/subscriptions/hub/v"})})
	}
	none := inventory.Rows(network.BastionHosts)
	machine := inventory.Rows(network.Interfaces, &network.Interface{Resource: res("nic"), Machine: inventory.Of("vm")})
	alone := inventory.Rows(network.Interfaces)
	vnet := func(peers ...string) inventory.Part {
		return inventory.Rows(network.VirtualNetworks, &network.VirtualNetwork{Resource: res("v"), Peers: inventory.Of(peers)})
	}
	checktest.Run(t, BastionExists, []checktest.Case{
		{Name: "in the subscription", Have: inventory.Fixture(host(""), machine, vnet()), Want: []checks.Verdict{checks.Pass}},
		{Name: "in the hub", Have: inventory.Fixture(host("hub"), machine, vnet("/subscriptions/hub/v")), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: inventory.Fixture(none, machine, vnet()), Want: []checks.Verdict{checks.Fail}},
		{Name: "in a network apart", Have: inventory.Fixture(host("hub"), machine, vnet()), Want: []checks.Verdict{checks.Fail}},
		{Name: "no machines", Have: inventory.Fixture(none, alone, vnet()), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "perhaps in a hub", Have: inventory.Fixture(none, machine, vnet("/subscriptions/hub/v")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Unlisted(network.BastionHosts, "", checktest.Dark), machine, vnet()), Want: []checks.Verdict{checks.Unknown}},
	})
}
