package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceHostMaintenance(t *testing.T) {

	checktest.Run(t, InstanceHostMaintenance, []checktest.Case{
		is("moves", checks.Pass, machine()),
		is("stops", checks.Fail, machine(func(i *compute.Instance) { i.OnHostMaintenance = inventory.Of("TERMINATE") })),
		is("with accelerators", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.OnHostMaintenance = inventory.Of("TERMINATE")
			i.Accelerators = inventory.Of(1)
		})),
		is("with TDX", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.OnHostMaintenance = inventory.Of("TERMINATE")
			i.Confidential = inventory.Of("TDX")
		})),
		is("a preemptible instance", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.OnHostMaintenance = inventory.Of("TERMINATE")
			i.Provisioning = inventory.Of("PREEMPTIBLE")
		})),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.OnHostMaintenance = hidden[string]() })),
	})
}
