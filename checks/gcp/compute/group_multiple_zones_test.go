package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestGroupMultipleZones(t *testing.T) {

	checktest.Run(t, GroupMultipleZones, []checktest.Case{
		is("three", checks.Pass, group()),
		is("one", checks.Fail, group(func(g *compute.InstanceGroupManager) { g.Zones = inventory.Of(1) })),
		is("one at a time", checks.Fail, group(func(g *compute.InstanceGroupManager) { g.Shape = inventory.Of("ANY_SINGLE_ZONE") })),
		is("a node pool", checks.NotApplicable, group(func(g *compute.InstanceGroupManager) { g.Zones, g.NodePool = inventory.Of(1), inventory.Of(true) })),
		is("hidden", checks.Unknown, group(func(g *compute.InstanceGroupManager) { g.Zones = hidden[int]() })),
	})
}
