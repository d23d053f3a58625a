package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestVirtualNetworkFlowLog(t *testing.T) {
	vnet := func(subnets ...string) inventory.Part {
		return inventory.Rows(network.VirtualNetworks, &network.VirtualNetwork{Resource: inventory.Resource{ID: "v", Full: "v"}, Subnets: inventory.Of(subnets)})
	}
	subnet := inventory.Rows(network.Subnets, &network.Subnet{Resource: inventory.Resource{ID: "s", Full: "v/s"}, SecurityGroup: inventory.Of("nsg")})
	log := func(target string, on inventory.Known[bool]) inventory.Part {
		return inventory.Rows(network.FlowLogs, &network.FlowLog{Resource: res("f"), Target: inventory.Of(target), Enabled: on})
	}
	none := inventory.Rows(network.FlowLogs)
	checktest.Run(t, VirtualNetworkFlowLog, []checktest.Case{
		{Name: "the network", Have: inventory.Fixture(vnet("v/s"), subnet, log("v", inventory.Of(true))), Want: []checks.Verdict{checks.Pass}},
		{Name: "every subnet", Have: inventory.Fixture(vnet("v/s"), subnet, log("v/s", inventory.Of(true))), Want: []checks.Verdict{checks.Pass}},
		{Name: "the subnet's group", Have: inventory.Fixture(vnet("v/s"), subnet, log("nsg", inventory.Of(true))), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(vnet("v/s"), subnet, log("v", inventory.Of(false))), Want: []checks.Verdict{checks.Fail}},
		{Name: "none", Have: inventory.Fixture(vnet("v/s"), subnet, none), Want: []checks.Verdict{checks.Fail}},
		{Name: "one subnet of two", Have: inventory.Fixture(vnet("v/s", "v/t"), subnet, log("v/s", inventory.Of(true))), Want: []checks.Verdict{checks.Fail}},
		{Name: "no subnets", Have: inventory.Fixture(vnet(), subnet, none), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(vnet("v/s"), subnet, log("v", hidden[bool]())), Want: []checks.Verdict{checks.Unknown}},
		{Name: "unlisted", Have: inventory.Fixture(vnet("v/s"), subnet, inventory.Unlisted(network.FlowLogs, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
