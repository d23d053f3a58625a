package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestScaleSetSSHKeys(t *testing.T) {
	checktest.Run(t, ScaleSetSSHKeys, []checktest.Case{
		{Name: "keys", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Profile: compute.Profile{OS: inventory.Of("Linux"), PasswordLogin: inventory.Of(false)}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "passwords", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Profile: compute.Profile{OS: inventory.Of("Linux"), PasswordLogin: inventory.Of(true)}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.ScaleSets, &compute.ScaleSet{Resource: res("s"), Modelled: inventory.Of(true), ManagedBy: inventory.Of(""), Profile: compute.Profile{OS: inventory.Of("Linux"), PasswordLogin: hidden[bool]()}})), Want: []checks.Verdict{checks.Unknown}},
	})
}
