package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestNetworkPolicy(t *testing.T) {
	with := func(k inventory.Known[bool]) *inventory.Inventory {
		return have(func(c *gke.Cluster) { c.NetworkPolicy = k })
	}
	checktest.Run(t, NetworkPolicy, append(states(func(c *gke.Cluster) { c.NetworkPolicy = inventory.Of(false) }),
		checktest.Case{Name: "bad", Have: with(inventory.Of(false)), Want: fail},
		checktest.Case{Name: "good", Have: with(inventory.Of(true)), Want: pass},
		checktest.Case{Name: "hidden", Have: with(dark[bool]()), Want: unknown},
		checktest.Case{Name: "Dataplane V2", Have: have(func(c *gke.Cluster) {
			c.NetworkPolicy, c.Datapath = inventory.Of(false), inventory.Of("ADVANCED_DATAPATH")
		}), Want: pass},
	))
}
