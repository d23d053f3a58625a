package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

func TestMachineJIT(t *testing.T) {
	machine := inventory.Rows(compute.Machines, &compute.Machine{Resource: inventory.Resource{ID: "vm", Full: "vm"}})
	nic := func(addresses ...string) inventory.Part {
		return inventory.Rows(network.Interfaces, &network.Interface{Resource: res("nic"), Machine: inventory.Of("vm"), PublicIPs: inventory.Of(addresses), NATRules: inventory.Of([]string{})})
	}
	policy := func(machines ...string) inventory.Part {
		return inventory.Rows(compute.JITPolicies, &compute.JITPolicy{Resource: res("default"), Machines: inventory.Of(machines)})
	}
	checktest.Run(t, MachineJIT, []checktest.Case{
		{Name: "a policy", Have: inventory.Fixture(machine, nic("ip"), policy("vm")), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: inventory.Fixture(machine, nic("ip"), policy()), Want: []checks.Verdict{checks.Fail}},
		{Name: "not public", Have: inventory.Fixture(machine, nic(), policy()), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "unlisted", Have: inventory.Fixture(machine, nic("ip"), inventory.Unlisted(compute.JITPolicies, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
