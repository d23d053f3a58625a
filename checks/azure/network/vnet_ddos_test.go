package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestVirtualNetworkDDoS(t *testing.T) {
	checktest.Run(t, VirtualNetworkDDoS, []checktest.Case{
		{Name: "on", Have: inventory.Fixture(inventory.Rows(network.VirtualNetworks, &network.VirtualNetwork{Resource: res("vnet"), DDoSProtection: inventory.Of(true)})), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(inventory.Rows(network.VirtualNetworks, &network.VirtualNetwork{Resource: res("vnet"), DDoSProtection: inventory.Of(false)})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.VirtualNetworks, &network.VirtualNetwork{Resource: res("vnet"), DDoSProtection: hidden[bool]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
