package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestLegacyABAC(t *testing.T) {
	with := func(k inventory.Known[bool]) *inventory.Inventory {
		return have(func(c *gke.Cluster) { c.LegacyABAC = k })
	}
	checktest.Run(t, LegacyABAC, append(states(func(c *gke.Cluster) { c.LegacyABAC = inventory.Of(true) }),
		checktest.Case{Name: "bad", Have: with(inventory.Of(true)), Want: fail},
		checktest.Case{Name: "good", Have: with(inventory.Of(false)), Want: pass},
		checktest.Case{Name: "hidden", Have: with(dark[bool]()), Want: unknown},
	))
}
