package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestPublicIPInUse(t *testing.T) {
	checktest.Run(t, PublicIPInUse, []checktest.Case{
		{Name: "attached", Have: inventory.Fixture(inventory.Rows(network.PublicIPs, &network.PublicIP{Resource: res("ip"), Attached: inventory.Of(true)})), Want: []checks.Verdict{checks.Pass}},
		{Name: "forgotten", Have: inventory.Fixture(inventory.Rows(network.PublicIPs, &network.PublicIP{Resource: res("ip"), Attached: inventory.Of(false), DNSLabel: inventory.Of("shop")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.PublicIPs, &network.PublicIP{Resource: res("ip"), Attached: hidden[bool]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
