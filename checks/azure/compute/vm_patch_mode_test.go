package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestMachinePatchMode(t *testing.T) {
	checktest.Run(t, MachinePatchMode, []checktest.Case{
		{Name: "by the platform", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{PatchMode: inventory.Of("AutomaticByPlatform")}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "by the system", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{PatchMode: inventory.Of("AutomaticByOS")}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "by hand", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{PatchMode: inventory.Of("Manual")}})), Want: []checks.Verdict{checks.Fail}, Severity: checks.Medium},
		{Name: "by the image", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{PatchMode: inventory.Of("ImageDefault")}})), Want: []checks.Verdict{checks.Fail}, Severity: checks.Low},
		{Name: "unheard of", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{PatchMode: inventory.Of("Never")}})), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{PatchMode: hidden[string]()}})), Want: []checks.Verdict{checks.Unknown}},
	})
}
