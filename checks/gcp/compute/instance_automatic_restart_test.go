package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceAutomaticRestart(t *testing.T) {

	checktest.Run(t, InstanceAutomaticRestart, []checktest.Case{
		is("on", checks.Pass, machine()),
		is("off", checks.Fail, machine(func(i *compute.Instance) { i.AutomaticRestart = inventory.Of(false) })),
		is("a Spot instance", checks.NotApplicable, machine(func(i *compute.Instance) {
			i.AutomaticRestart, i.Provisioning = inventory.Of(false), inventory.Of("SPOT")
		})),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.AutomaticRestart = hidden[bool]() })),
	})
}
