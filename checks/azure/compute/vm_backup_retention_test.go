package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestMachineBackupRetention(t *testing.T) {
	const id, policy = "/subscriptions/111122223333/vm", "/subscriptions/111122223333/p"
	machine := func(set string) inventory.Part {
		return inventory.Rows(compute.Machines, &compute.Machine{Resource: inventory.Resource{ID: "vm", Full: id}, ScaleSet: inventory.Of(set)})
	}
	item := func(source, state string) inventory.Part {
		return inventory.Rows(compute.ProtectedItems, &compute.ProtectedItem{Resource: res("i"), Source: inventory.Of(source), State: inventory.Of(state), Policy: inventory.Of(policy)})
	}
	keeps := func(days inventory.Known[int]) inventory.Part {
		return inventory.Rows(compute.BackupPolicies, &compute.BackupPolicy{Resource: inventory.Resource{ID: "p", Full: policy}, DailyDays: days})
	}
	checktest.Run(t, MachineBackupRetention, []checktest.Case{
		{Name: "long", Have: inventory.Fixture(machine(""), item(id, "Protected"), keeps(inventory.Of(30))), Want: []checks.Verdict{checks.Pass}},
		{Name: "short", Have: inventory.Fixture(machine(""), item(id, "Protected"), keeps(inventory.Of(7))), Want: []checks.Verdict{checks.Fail}},
		{Name: "no backup", Have: inventory.Fixture(machine(""), item("/other", "Protected"), keeps(inventory.Of(7))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(machine(""), item(id, "Protected"), keeps(hidden[int]())), Want: []checks.Verdict{checks.Unknown}},
		{Name: "unlisted", Have: inventory.Fixture(machine(""), inventory.Unlisted(compute.ProtectedItems, "", checktest.Dark), keeps(inventory.Of(7))), Want: []checks.Verdict{checks.Unknown}},
		{Name: "the policy unlisted", Have: inventory.Fixture(machine(""), item(id, "Protected"), inventory.Rows(compute.BackupPolicies)), Want: []checks.Verdict{checks.Unknown}},
	})
}
