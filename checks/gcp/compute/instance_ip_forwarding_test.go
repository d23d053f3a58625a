package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceIPForwarding(t *testing.T) {

	checktest.Run(t, InstanceIPForwarding, []checktest.Case{
		is("off", checks.Pass, machine()),
		is("on", checks.Fail, machine(func(i *compute.Instance) { i.IPForwarding = inventory.Of(true) })),
		is("a node of GKE", checks.NotApplicable, machine(func(i *compute.Instance) { i.IPForwarding = inventory.Of(true); node(i) })),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.IPForwarding = hidden[bool]() })),
	})
}
