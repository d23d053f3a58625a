package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestVPNGatewaySKU(t *testing.T) {
	gateway := func(kind string, sku inventory.Known[string]) inventory.Part {
		return inventory.Rows(network.VPNGateways, &network.VPNGateway{Resource: res("vpn"), GatewayType: inventory.Of(kind), SKU: sku})
	}
	checktest.Run(t, VPNGatewaySKU, []checktest.Case{
		{Name: "good", Have: inventory.Fixture(gateway("Vpn", inventory.Of("VpnGw1AZ"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "basic", Have: inventory.Fixture(gateway("Vpn", inventory.Of("Basic"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "ExpressRoute", Have: inventory.Fixture(gateway("ExpressRoute", inventory.Of("Standard"))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(gateway("Vpn", hidden[string]())), Want: []checks.Verdict{checks.Unknown}},
	})
}
