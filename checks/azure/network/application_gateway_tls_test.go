package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestApplicationGatewayTLS(t *testing.T) {
	gateway := func(version inventory.Known[string], protocol string) inventory.Part {
		return inventory.Rows(network.ApplicationGateways, &network.ApplicationGateway{Resource: res("agw"), MinimumTLS: version, Listeners: inventory.Of([]network.Listener{{Name: "l", Protocol: protocol}})})
	}
	checktest.Run(t, ApplicationGatewayTLS, []checktest.Case{
		{Name: "1.2", Have: inventory.Fixture(gateway(inventory.Of("TLSv1_2"), "https")), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.3", Have: inventory.Fixture(gateway(inventory.Of("TLSv1_3"), "https")), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.0", Have: inventory.Fixture(gateway(inventory.Of("TLSv1_0"), "https")), Want: []checks.Verdict{checks.Fail}},
		{Name: "no TLS", Have: inventory.Fixture(gateway(inventory.Of("TLSv1_0"), "http")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(gateway(hidden[string](), "https")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "unheard of", Have: inventory.Fixture(gateway(inventory.Of("TLSv9"), "https")), Want: []checks.Verdict{checks.Unknown}},
	})
}
