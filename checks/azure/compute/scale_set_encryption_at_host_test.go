package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestScaleSetEncryptionAtHost(t *testing.T) {
	checktest.Run(t, ScaleSetEncryptionAtHost, []checktest.Case{
		{Name: "on", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Profile: compute.Profile{EncryptionAtHost: inventory.Of(true)}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Profile: compute.Profile{EncryptionAtHost: inventory.Of(false)}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "no model", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(false), ManagedBy: inventory.Of(""), Profile: compute.Profile{EncryptionAtHost: inventory.Of(false)}})), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Profile: compute.Profile{EncryptionAtHost: hidden[bool]()}})), Want: []checks.Verdict{checks.Unknown}},
	})
}
