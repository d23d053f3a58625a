package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestMachineManagedDisks(t *testing.T) {
	checktest.Run(t, MachineManagedDisks, []checktest.Case{
		{Name: "managed", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), UnmanagedDisks: inventory.Of([]string{})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "a blob", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), UnmanagedDisks: inventory.Of([]string{"os"})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), UnmanagedDisks: hidden[[]string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
