package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestApplicationGatewayHTTPS(t *testing.T) {
	gateway := func(l ...network.Listener) inventory.Part {
		return inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: res("agw"), Listeners: inventory.Of(l)})
	}
	checktest.Run(t, ApplicationGatewayHTTPS, []checktest.Case{
		{Name: "https", Have: inventory.Fixture(gateway(network.Listener{Name: "s", Protocol: inventory.Of("https"), ToHTTPS: inventory.Of(false)})), Want: []checks.Verdict{checks.Pass}},
		{Name: "redirected", Have: inventory.Fixture(gateway(network.Listener{Name: "h", Protocol: inventory.Of("http"), ToHTTPS: inventory.Of(true)})), Want: []checks.Verdict{checks.Pass}},
		{Name: "plain", Have: inventory.Fixture(gateway(network.Listener{Name: "h", Protocol: inventory.Of("http"), ToHTTPS: inventory.Of(false)})), Want: []checks.Verdict{checks.Fail}},
		{Name: "where it leads is hidden", Have: inventory.Fixture(gateway(network.Listener{Name: "h", Protocol: inventory.Of("http"), ToHTTPS: hidden[bool]()})), Want: []checks.Verdict{checks.Unknown}},
		{Name: "the protocol is hidden", Have: inventory.Fixture(gateway(network.Listener{Name: "h", Protocol: hidden[string](), ToHTTPS: inventory.Of(false)})), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: inventory.Resource{ID: "agw", Account: "111122223333"}, Listeners: hidden[[]network.Listener]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
