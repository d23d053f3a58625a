package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestScaleSetNotEmpty(t *testing.T) {
	none := inventory.Rows(compute.Machines)
	checktest.Run(t, ScaleSetNotEmpty, []checktest.Case{
		{Name: "machines", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Capacity: inventory.Of(2)}), none), Want: []checks.Verdict{checks.Pass}},
		{Name: "empty", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Capacity: inventory.Of(0)}), none), Want: []checks.Verdict{checks.Fail}},
		{Name: "attached", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: inventory.Resource{ID: "s", Full: "s"}, ManagedBy: inventory.Of(""), Capacity: inventory.Of(0)}), inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), ScaleSet: inventory.Of("s")})), Want: []checks.Verdict{checks.Pass}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Capacity: hidden[int]()}), none), Want: []checks.Verdict{checks.Unknown}},
		{Name: "machines unlisted", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Capacity: inventory.Of(0)}), inventory.Unlisted(compute.Machines, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
