package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestPrivateEndpointApproved(t *testing.T) {
	checktest.Run(t, PrivateEndpointApproved, []checktest.Case{
		{Name: "approved", Have: inventory.Fixture(inventory.Rows(network.PrivateEndpoints, &network.PrivateEndpoint{Resource: res("pe"), States: inventory.Of([]string{"Approved"})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "pending", Have: inventory.Fixture(inventory.Rows(network.PrivateEndpoints, &network.PrivateEndpoint{Resource: res("pe"), States: inventory.Of([]string{"Pending"})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(network.PrivateEndpoints, &network.PrivateEndpoint{Resource: res("pe"), States: hidden[[]string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
