package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

func TestNetworkLegacy(t *testing.T) {

	checktest.Run(t, NetworkLegacy, []checktest.Case{
		is("a VPC", checks.Pass, inventory.Rows(network.Networks, &network.Network{Resource: inventory.Resource{ID: "n"}, Legacy: inventory.Of(false)})),
		is("legacy", checks.Fail, inventory.Rows(network.Networks, &network.Network{Resource: inventory.Resource{ID: "n"}, Legacy: inventory.Of(true)})),
		is("hidden", checks.Unknown, inventory.Rows(network.Networks, &network.Network{Resource: inventory.Resource{ID: "n"}, Legacy: hidden[bool]()})),
	})
}
