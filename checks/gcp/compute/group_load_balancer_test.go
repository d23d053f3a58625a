package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/loadbalancing"
	"demarc/providers/inventory"
)

func TestGroupLoadBalancer(t *testing.T) {
	serves := func(groups ...string) inventory.Part {
		return inventory.Rows(loadbalancing.BackendServices, &loadbalancing.BackendService{Resource: labelled("b"), Groups: inventory.Of(groups)})
	}
	checktest.Run(t, GroupLoadBalancer, []checktest.Case{
		is("behind one", checks.Pass, group(), serves("g")),
		is("in a target pool", checks.Pass, group(func(g *compute.InstanceGroupManager) { g.TargetPools = inventory.Of(1) }), serves()),
		is("behind none", checks.Fail, group(), serves("h")),
		is("a node pool", checks.NotApplicable, group(func(g *compute.InstanceGroupManager) { g.NodePool = inventory.Of(true) }), serves()),
		is("services hidden", checks.Unknown, group(), inventory.Unlisted(loadbalancing.BackendServices, "", checktest.Dark)),
	})
}
