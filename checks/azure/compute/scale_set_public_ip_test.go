package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestScaleSetPublicIP(t *testing.T) {
	checktest.Run(t, ScaleSetPublicIP, []checktest.Case{
		{Name: "none", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), PublicIPs: inventory.Of(false)})), Want: []checks.Verdict{checks.Pass}},
		{Name: "each", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), PublicIPs: inventory.Of(true)})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), PublicIPs: hidden[bool]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
