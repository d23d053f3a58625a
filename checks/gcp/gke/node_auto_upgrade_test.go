package gke

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/gcp/gke"
	"demarc/providers/inventory"
)

func TestNodeAutoUpgrade(t *testing.T) {
	checktest.Run(t, NodeAutoUpgrade, append(poolCases(func(x *gke.Pool) { x.AutoUpgrade = inventory.Of(false) }, func(x *gke.Pool) { x.AutoUpgrade = dark[bool]() }),
		checktest.Case{Name: "Autopilot", Have: have(func(c *gke.Cluster) { c.Autopilot = inventory.Of(true) }), Want: pass}))
}
