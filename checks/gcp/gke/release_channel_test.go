package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestReleaseChannel(t *testing.T) {
	with := func(k inventory.Known[string]) *inventory.Inventory {
		return have(func(c *gke.Cluster) { c.Channel = k })
	}
	checktest.Run(t, ReleaseChannel, append(states(func(c *gke.Cluster) { c.Channel = inventory.Of("UNSPECIFIED") }),
		checktest.Case{Name: "none", Have: with(inventory.Of("UNSPECIFIED")), Want: fail},
		checktest.Case{Name: "one", Have: with(inventory.Of("EXTENDED")), Want: pass},
		checktest.Case{Name: "hidden", Have: with(dark[string]()), Want: unknown},
	))
}
