package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestApplicationGatewayBackendHTTPS(t *testing.T) {
	checktest.Run(t, ApplicationGatewayBackendHTTPS, []checktest.Case{
		{Name: "https", Have: inventory.Fixture(inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: inventory.Resource{ID: "agw", Account: "111122223333"}, Backends: inventory.Of([]network.Backend{{Name: "b", Protocol: inventory.Of("https")}})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "http", Have: inventory.Fixture(inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: inventory.Resource{ID: "agw", Account: "111122223333"}, Backends: inventory.Of([]network.Backend{{Name: "b", Protocol: inventory.Of("http")}})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "the protocol is hidden", Have: inventory.Fixture(inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: res("agw"), Backends: inventory.Of([]network.Backend{{Name: "b", Protocol: hidden[string]()}})})), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: inventory.Resource{ID: "agw", Account: "111122223333"}, Backends: hidden[[]network.Backend]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
