package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestSecurityGroupFlowLogRetention(t *testing.T) {
	log := func(target string, days inventory.Known[int]) inventory.Part {
		return inventory.Rows(network.FlowLogs, &network.FlowLog{Resource: res("f"), Target: inventory.Of(target), Retention: days})
	}
	const nsg, vnet = "/subscriptions/s/resourcegroups/g/providers/microsoft.network/networksecuritygroups/n", "/subscriptions/s/resourcegroups/g/providers/microsoft.network/virtualnetworks/v"
	checktest.Run(t, SecurityGroupFlowLogRetention, []checktest.Case{
		{Name: "long", Have: inventory.Fixture(log(nsg, inventory.Of(90))), Want: []checks.Verdict{checks.Pass}},
		{Name: "for ever", Have: inventory.Fixture(log(nsg, inventory.Of(0))), Want: []checks.Verdict{checks.Pass}},
		{Name: "short", Have: inventory.Fixture(log(nsg, inventory.Of(30))), Want: []checks.Verdict{checks.Fail}},
		{Name: "of a network", Have: inventory.Fixture(log(vnet, inventory.Of(30))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(log(nsg, hidden[int]())), Want: []checks.Verdict{checks.Unknown}},
	})
}

func TestVirtualNetworkFlowLogRetention(t *testing.T) {
	log := func(target string, days inventory.Known[int]) inventory.Part {
		return inventory.Rows(network.FlowLogs, &network.FlowLog{Resource: res("f"), Target: inventory.Of(target), Retention: days})
	}
	const nsg, vnet = "/subscriptions/s/resourcegroups/g/providers/microsoft.network/networksecuritygroups/n", "/subscriptions/s/resourcegroups/g/providers/microsoft.network/virtualnetworks/v"
	checktest.Run(t, VirtualNetworkFlowLogRetention, []checktest.Case{
		{Name: "long", Have: inventory.Fixture(log(vnet, inventory.Of(365))), Want: []checks.Verdict{checks.Pass}},
		{Name: "short", Have: inventory.Fixture(log(vnet, inventory.Of(30))), Want: []checks.Verdict{checks.Fail}},
		{Name: "of a group", Have: inventory.Fixture(log(nsg, inventory.Of(30))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(log(vnet, hidden[int]())), Want: []checks.Verdict{checks.Unknown}},
	})
}
