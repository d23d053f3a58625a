package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceSingleInterface(t *testing.T) {

	checktest.Run(t, InstanceSingleInterface, []checktest.Case{
		is("one", checks.Pass, machine()),
		is("two", checks.Fail, machine(func(i *compute.Instance) {
			i.Interfaces = inventory.Of([]compute.Interface{{Name: "nic0", Network: "a"}, {Name: "nic1", Network: "b"}})
		})),
		is("a node of GKE", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.Interfaces = inventory.Of([]compute.Interface{{Name: "nic0", Network: "a"}, {Name: "nic1", Network: "b"}})
			node(i)
		})),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.Interfaces = hidden[[]compute.Interface]() })),
	})
}
