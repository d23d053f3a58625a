package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestSubnetSecurityGroup(t *testing.T) {
	subnet := func(name string, group inventory.Known[string]) inventory.Part {
		return inventory.Rows(network.Subnets, &network.Subnet{Resource: res(name), SecurityGroup: group})
	}
	checktest.Run(t, SubnetSecurityGroup, []checktest.Case{
		{Name: "with a group", Have: inventory.Fixture(subnet("web", inventory.Of("nsg"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "without", Have: inventory.Fixture(subnet("web", inventory.Of(""))), Want: []checks.Verdict{checks.Fail}},
		{Name: "of a gateway", Have: inventory.Fixture(subnet("GatewaySubnet", inventory.Of(""))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(subnet("web", hidden[string]())), Want: []checks.Verdict{checks.Unknown}},
	})
}
