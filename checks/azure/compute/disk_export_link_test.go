package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestDiskExportLink(t *testing.T) {
	checktest.Run(t, DiskExportLink, []checktest.Case{
		{Name: "none", Have: inventory.Fixture(inventory.Rows(compute.Disks, &compute.Disk{Resource: res("d"), State: inventory.Of("Attached")})), Want: []checks.Verdict{checks.Pass}},
		{Name: "alive", Have: inventory.Fixture(inventory.Rows(compute.Disks, &compute.Disk{Resource: res("d"), State: inventory.Of("ActiveSAS")})), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: inventory.Fixture(inventory.Rows(compute.Disks, &compute.Disk{Resource: res("d"), State: hidden[string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
