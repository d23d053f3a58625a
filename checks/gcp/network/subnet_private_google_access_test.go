package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

func TestSubnetPrivateGoogleAccess(t *testing.T) {
	subnet := func(purpose string, on inventory.Known[bool]) inventory.Part {
		return inventory.Rows(network.Subnetworks, &network.Subnetwork{Resource: inventory.Resource{ID: "s"}, Purpose: inventory.Of(purpose), Google: on})
	}
	checktest.Run(t, SubnetPrivateGoogleAccess, []checktest.Case{
		is("on", checks.Pass, subnet("PRIVATE", inventory.Of(true))),
		is("off", checks.Fail, subnet("PRIVATE", inventory.Of(false))),
		is("of a load balancer", checks.NotApplicable, subnet("GLOBAL_MANAGED_PROXY", inventory.Of(false))),
		is("hidden", checks.Unknown, subnet("PRIVATE", hidden[bool]())),
	})
}
