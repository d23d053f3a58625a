package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestInterfaceSecurityGroup(t *testing.T) {
	nic := func(group string, addresses ...string) inventory.Part {
		return inventory.Rows(network.Interfaces, &network.Interface{Resource: res("nic"), SecurityGroup: inventory.Of(group), PublicIPs: inventory.Of(addresses), Subnets: inventory.Of([]string{"s"})})
	}
	subnet := func(group inventory.Known[string]) inventory.Part {
		return inventory.Rows(network.Subnets, &network.Subnet{Resource: inventory.Resource{ID: "s", Full: "s"}, SecurityGroup: group})
	}
	ip := func(sku string) inventory.Part {
		return inventory.Rows(network.PublicIPs, &network.PublicIP{Resource: inventory.Resource{ID: "ip", Full: "ip"}, SKU: inventory.Of(sku)})
	}
	checktest.Run(t, InterfaceSecurityGroup, []checktest.Case{
		{Name: "its own", Have: inventory.Fixture(nic("nsg", "ip"), subnet(inventory.Of("")), ip("Basic")), Want: []checks.Verdict{checks.Pass}},
		{Name: "the subnet's", Have: inventory.Fixture(nic("", "ip"), subnet(inventory.Of("nsg")), ip("Basic")), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: inventory.Fixture(nic("", "ip"), subnet(inventory.Of("")), ip("Basic")), Want: []checks.Verdict{checks.Fail}, Severity: checks.High},
		{Name: "none, and closed", Have: inventory.Fixture(nic("", "ip"), subnet(inventory.Of("")), ip("Standard")), Want: []checks.Verdict{checks.Fail}, Severity: checks.Medium},
		{Name: "no public address", Have: inventory.Fixture(nic(""), subnet(inventory.Of("")), ip("Basic")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(nic("", "ip"), subnet(hidden[string]()), ip("Basic")), Want: []checks.Verdict{checks.Unknown}},
	})
}
