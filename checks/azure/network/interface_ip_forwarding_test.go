package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestInterfaceIPForwarding(t *testing.T) {
	checktest.Run(t, InterfaceIPForwarding, []checktest.Case{
		{Name: "off", Have: inventory.Fixture(inventory.Rows(network.Interfaces, &network.Interface{Resource: inventory.Resource{ID: "nic", Account: "111122223333"}, Forwarding: inventory.Of(false)})), Want: []checks.Verdict{checks.Pass}},
		{Name: "on", Have: inventory.Fixture(inventory.Rows(network.Interfaces, &network.Interface{Resource: inventory.Resource{ID: "nic", Account: "111122223333"}, Forwarding: inventory.Of(true)})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.Interfaces, &network.Interface{Resource: inventory.Resource{ID: "nic", Account: "111122223333"}, Forwarding: hidden[bool]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
