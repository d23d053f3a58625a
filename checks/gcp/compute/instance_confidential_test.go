package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceConfidential(t *testing.T) {

	checktest.Run(t, InstanceConfidential, []checktest.Case{
		is("SEV", checks.Pass, machine()),
		is("TDX", checks.Pass, machine(func(i *compute.Instance) { i.Confidential = inventory.Of("TDX") })),
		is("off", checks.Fail, machine(func(i *compute.Instance) { i.Confidential = inventory.Of("") })),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.Confidential = hidden[string]() })),
	})
}
