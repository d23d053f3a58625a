package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstancePreemptible(t *testing.T) {

	checktest.Run(t, InstancePreemptible, []checktest.Case{
		is("standard", checks.Pass, machine()),
		is("Spot", checks.Fail, machine(func(i *compute.Instance) { i.Provisioning = inventory.Of("SPOT") })),
		is("preemptible", checks.Fail, machine(func(i *compute.Instance) { i.Provisioning = inventory.Of("PREEMPTIBLE") })),
		is("a node of GKE", checks.NotApplicable, machine(func(i *compute.Instance) { i.Provisioning = inventory.Of("SPOT"); node(i) })),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.Provisioning = hidden[string]() })),
	})
}
