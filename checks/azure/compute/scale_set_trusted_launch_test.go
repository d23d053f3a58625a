package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestScaleSetTrustedLaunch(t *testing.T) {
	checktest.Run(t, ScaleSetTrustedLaunch, []checktest.Case{
		{Name: "trusted", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Profile: compute.Profile{SecurityType: inventory.Of("TrustedLaunch"), SecureBoot: inventory.Of(true), VTPM: inventory.Of(true)}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "standard", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Profile: compute.Profile{SecurityType: inventory.Of("Standard")}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Profile: compute.Profile{SecurityType: hidden[string]()}})), Want: []checks.Verdict{checks.Unknown}},
	})
}
