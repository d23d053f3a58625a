package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestMachineApprovedImage(t *testing.T) {
	checktest.Run(t, MachineApprovedImage, []checktest.Case{
		{Name: "an approved publisher", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Image: inventory.Of(compute.Image{Publisher: "canonical"})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "its own", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Image: inventory.Of(compute.Image{Own: true})})), Want: []checks.Verdict{checks.Pass}},
		{Name: "a stranger", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Image: inventory.Of(compute.Image{Publisher: "acme"})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "the community", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Image: inventory.Of(compute.Image{Community: true})})), Want: []checks.Verdict{checks.Fail}},
		{Name: "a disk", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Image: inventory.Of(compute.Image{})})), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Image: hidden[compute.Image]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
