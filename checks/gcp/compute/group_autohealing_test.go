package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestGroupAutohealing(t *testing.T) {

	checktest.Run(t, GroupAutohealing, []checktest.Case{
		is("on", checks.Pass, group()),
		is("off", checks.Fail, group(func(g *compute.InstanceGroupManager) { g.Autohealing = inventory.Of(false) })),
		is("a node pool", checks.NotApplicable, group(func(g *compute.InstanceGroupManager) {
			g.Autohealing, g.NodePool = inventory.Of(false), inventory.Of(true)
		})),
		is("hidden", checks.Unknown, group(func(g *compute.InstanceGroupManager) { g.Autohealing = hidden[bool]() })),
		is("pool hidden", checks.Unknown, group(func(g *compute.InstanceGroupManager) { g.Autohealing, g.NodePool = inventory.Of(false), hidden[bool]() })),
	})
}
