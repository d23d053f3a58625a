package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestScaleSetLoadBalancer(t *testing.T) {
	checktest.Run(t, ScaleSetLoadBalancer, []checktest.Case{
		{Name: "balanced", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Balanced: inventory.Of(true)})), Want: []checks.Verdict{checks.Pass}},
		{Name: "not", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Balanced: inventory.Of(false)})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Balanced: hidden[bool]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
