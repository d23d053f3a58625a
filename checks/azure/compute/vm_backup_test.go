package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestMachineBackup(t *testing.T) {
	const id = "/subscriptions/111122223333/vm"
	machine := func(set string) inventory.Part {
		return inventory.Rows(compute.Machines, &compute.Machine{Resource: inventory.Resource{ID: "vm", Full: id}, ScaleSet: inventory.Of(set)})
	}
	item := func(source, state string) inventory.Part {
		return inventory.Rows(compute.ProtectedItems, &compute.ProtectedItem{Resource: res("i"), Source: inventory.Of(source), State: inventory.Of(state)})
	}

	checktest.Run(t, MachineBackup, []checktest.Case{
		{Name: "protected", Have: inventory.Fixture(machine(""), item(id, "Protected")), Want: []checks.Verdict{checks.Pass}},
		{Name: "waiting for the first copy", Have: inventory.Fixture(machine(""), item(id, "IRPending")), Want: []checks.Verdict{checks.Pass}},
		{Name: "stopped", Have: inventory.Fixture(machine(""), item(id, "ProtectionStopped")), Want: []checks.Verdict{checks.Fail}},
		{Name: "another machine", Have: inventory.Fixture(machine(""), item("/other", "Protected")), Want: []checks.Verdict{checks.Fail}},
		{Name: "of a scale set", Have: inventory.Fixture(machine("set"), item("/other", "Protected")), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "unlisted", Have: inventory.Fixture(machine(""), inventory.Unlisted(compute.ProtectedItems, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
