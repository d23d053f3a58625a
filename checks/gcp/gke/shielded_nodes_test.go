package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestShieldedNodes(t *testing.T) {
	with := func(k inventory.Known[bool]) *inventory.Inventory {
		return have(func(c *gke.Cluster) { c.Shielded = k })
	}
	checktest.Run(t, ShieldedNodes, append(states(func(c *gke.Cluster) { c.Shielded = inventory.Of(false) }),
		checktest.Case{Name: "bad", Have: with(inventory.Of(false)), Want: fail},
		checktest.Case{Name: "good", Have: with(inventory.Of(true)), Want: pass},
		checktest.Case{Name: "hidden", Have: with(dark[bool]()), Want: unknown},
	))
}
