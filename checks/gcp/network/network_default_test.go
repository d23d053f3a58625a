package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/network"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

func TestNetworkDefault(t *testing.T) {
	free := enforced(orgpolicy.SkipDefaultNetwork, false)
	checktest.Run(t, NetworkDefault, []checktest.Case{
		is("another name", checks.Pass, inventory.Rows(network.Networks, &network.Network{Resource: inventory.Resource{ID: "shop"}, Legacy: inventory.Of(false)}), free),
		ranked(checks.Medium, is("default", checks.Fail, inventory.Rows(network.Networks, &network.Network{Resource: inventory.Resource{ID: "default"}, Legacy: inventory.Of(false)}), free)),
		ranked(checks.Low, is("default, from before the policy", checks.Fail, inventory.Rows(network.Networks, &network.Network{Resource: inventory.Resource{ID: "default"}, Legacy: inventory.Of(false)}), enforced(orgpolicy.SkipDefaultNetwork, true))),
		is("hidden", checks.Unknown, inventory.Unlisted(network.Networks, "", checktest.Dark), free),
	})
}
