package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestVPNGatewayAuthentication(t *testing.T) {
	gateway := func(on bool, types inventory.Known[[]string]) inventory.Part {
		return inventory.Rows(network.VPNGateways, &network.VPNGateway{Resource: res("vpn"), PointToSite: inventory.Of(on), Authentication: types})
	}
	checktest.Run(t, VPNGatewayAuthentication, []checktest.Case{
		{Name: "Entra", Have: inventory.Fixture(gateway(true, inventory.Of([]string{"AAD"}))), Want: []checks.Verdict{checks.Pass}},
		{Name: "both", Have: inventory.Fixture(gateway(true, inventory.Of([]string{"AAD", "Certificate"}))), Want: []checks.Verdict{checks.Fail}},
		{Name: "sites only", Have: inventory.Fixture(gateway(false, inventory.Of([]string{}))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(gateway(true, hidden[[]string]())), Want: []checks.Verdict{checks.Unknown}},
	})
}
