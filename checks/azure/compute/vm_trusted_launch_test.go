package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestMachineTrustedLaunch(t *testing.T) {
	checktest.Run(t, MachineTrustedLaunch, []checktest.Case{
		{Name: "trusted", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{SecurityType: inventory.Of("TrustedLaunch"), SecureBoot: inventory.Of(true), VTPM: inventory.Of(true)}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "confidential", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{SecurityType: inventory.Of("ConfidentialVM"), SecureBoot: inventory.Of(true), VTPM: inventory.Of(true)}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "standard", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{SecurityType: inventory.Of("Standard"), SecureBoot: inventory.Of(false), VTPM: inventory.Of(false)}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "no secure boot", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{SecurityType: inventory.Of("TrustedLaunch"), SecureBoot: inventory.Of(false), VTPM: inventory.Of(true)}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "no vTPM", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{SecurityType: inventory.Of("TrustedLaunch"), SecureBoot: inventory.Of(true), VTPM: inventory.Of(false)}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{SecurityType: inventory.Of("TrustedLaunch"), SecureBoot: hidden[bool](), VTPM: inventory.Of(true)}})), Want: []checks.Verdict{checks.Unknown}},
	})
}
