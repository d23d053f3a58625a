package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceSuspended(t *testing.T) {

	checktest.Run(t, InstanceSuspended, []checktest.Case{
		is("running", checks.Pass, machine()),
		is("stopped", checks.Pass, machine(func(i *compute.Instance) { i.Status = inventory.Of("TERMINATED") })),
		is("suspended", checks.Fail, machine(func(i *compute.Instance) { i.Status = inventory.Of("SUSPENDED") })),
		is("suspended, without disks", checks.Pass, machine(func(i *compute.Instance) {
			i.Status = inventory.Of("SUSPENDED")
			i.Disks = inventory.Of([]compute.AttachedDisk{})
		})),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.Status = hidden[string]() })),
	})
}
