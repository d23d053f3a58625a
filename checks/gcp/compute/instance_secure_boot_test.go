package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestInstanceSecureBoot(t *testing.T) {

	checktest.Run(t, InstanceSecureBoot, []checktest.Case{
		is("on", checks.Pass, machine()),
		is("off", checks.Fail, machine(func(i *compute.Instance) { i.SecureBoot = inventory.Of(false) })),
		is("hidden", checks.Unknown, machine(func(i *compute.Instance) { i.SecureBoot = hidden[bool]() })),
	})
}
