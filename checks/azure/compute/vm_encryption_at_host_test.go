package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestMachineEncryptionAtHost(t *testing.T) {
	checktest.Run(t, MachineEncryptionAtHost, []checktest.Case{
		{Name: "on", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{EncryptionAtHost: inventory.Of(true)}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{EncryptionAtHost: inventory.Of(false)}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.Machines, &compute.Machine{Resource: res("vm"), Profile: compute.Profile{EncryptionAtHost: hidden[bool]()}})), Want: []checks.Verdict{checks.Unknown}},
	})
}
