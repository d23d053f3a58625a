package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestPublicIPSKU(t *testing.T) {
	checktest.Run(t, PublicIPSKU, []checktest.Case{
		{Name: "standard", Have: inventory.Fixture(inventory.Rows(network.PublicIPs, &network.PublicIP{Resource: res("ip"), SKU: inventory.Of("Standard")})), Want: []checks.Verdict{checks.Pass}},
		{Name: "basic", Have: inventory.Fixture(inventory.Rows(network.PublicIPs, &network.PublicIP{Resource: res("ip"), SKU: inventory.Of("Basic")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.PublicIPs, &network.PublicIP{Resource: res("ip"), SKU: hidden[string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
