package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestApplicationGatewayHTTP2(t *testing.T) {
	checktest.Run(t, ApplicationGatewayHTTP2, []checktest.Case{
		{Name: "on", Have: inventory.Fixture(inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: inventory.Resource{ID: "agw", Account: "111122223333"}, HTTP2: inventory.Of(true)})), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: inventory.Resource{ID: "agw", Account: "111122223333"}, HTTP2: inventory.Of(false)})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: inventory.Resource{ID: "agw", Account: "111122223333"}, HTTP2: hidden[bool]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
