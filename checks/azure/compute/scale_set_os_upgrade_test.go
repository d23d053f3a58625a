package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestScaleSetOSUpgrade(t *testing.T) {
	checktest.Run(t, ScaleSetOSUpgrade, []checktest.Case{
		{Name: "images", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), AutomaticOSUpgrade: inventory.Of(true)})), Want: []checks.Verdict{checks.Pass}},
		{Name: "patches", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), AutomaticOSUpgrade: inventory.Of(false), Profile: compute.Profile{PatchMode: inventory.Of("AutomaticByPlatform")}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "neither", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), AutomaticOSUpgrade: inventory.Of(false), Profile: compute.Profile{PatchMode: inventory.Of("ImageDefault")}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "AKS", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of("AKS")})), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), AutomaticOSUpgrade: inventory.Of(false), Profile: compute.Profile{PatchMode: hidden[string]()}})), Want: []checks.Verdict{checks.Unknown}},
	})
}
