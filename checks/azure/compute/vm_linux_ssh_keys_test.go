package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestMachineSSHKeys(t *testing.T) {
	checktest.Run(t, MachineSSHKeys, []checktest.Case{
		{Name: "keys", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{OS: inventory.Of("Linux"), PasswordLogin: inventory.Of(false)}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "passwords", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{OS: inventory.Of("Linux"), PasswordLogin: inventory.Of(true)}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "Windows", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{OS: inventory.Of("Windows"), PasswordLogin: inventory.Of(true)}})), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{OS: inventory.Of("Linux"), PasswordLogin: hidden[bool]()}})), Want: []checks.Verdict{checks.Unknown}},
	})
}
