package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestApplicationGatewayTLS(t *testing.T) {
	gatewayOf := func(l ...network.Listener) inventory.Part {
		return inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: res("agw"), Listeners: inventory.Of(l)})
	}
	gateway := func(version inventory.Known[string], protocol string) inventory.Part {
		return gatewayOf(network.Listener{Name: "l", Protocol: inventory.Of(protocol), MinimumTLS: version})
	}
	old := network.Listener{Name: "old", Protocol: inventory.Of("https"), MinimumTLS: inventory.Of("TLSv1_1")}
	good := network.Listener{Name: "good", Protocol: inventory.Of("tls"), MinimumTLS: inventory.Of("TLSv1_2")}
	unsaid := network.Listener{Name: "unsaid", Protocol: hidden[string](), MinimumTLS: inventory.Of("TLSv1_0")}
	checktest.Run(t, ApplicationGatewayTLS, []checktest.Case{
		{Name: "1.2", Have: inventory.Fixture(gateway(inventory.Of("TLSv1_2"), "https")), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.3", Have: inventory.Fixture(gateway(inventory.Of("TLSv1_3"), "https")), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.0", Have: inventory.Fixture(gateway(inventory.Of("TLSv1_0"), "https")), Want: []checks.Verdict{checks.Fail}},
		{Name: "no TLS", Have: inventory.Fixture(gateway(inventory.Of("TLSv1_0"), "http")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(gateway(hidden[string](), "https")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "a listener with a policy of its own", Have: inventory.Fixture(gatewayOf(good, old)), Want: []checks.Verdict{checks.Fail}},
		{Name: "a listener that may have TLS", Have: inventory.Fixture(gatewayOf(good, unsaid)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "nothing but a listener that may have TLS", Have: inventory.Fixture(gatewayOf(unsaid)), Want: []checks.Verdict{checks.Unknown}},
		{Name: "unheard of", Have: inventory.Fixture(gateway(inventory.Of("TLSv9"), "https")), Want: []checks.Verdict{checks.Unknown}},
	})
}
