package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestDiskNetworkAccess(t *testing.T) {
	checktest.Run(t, DiskNetworkAccess, []checktest.Case{
		{Name: "denied", Have: inventory.Fixture(inventory.Rows(compute.Disks, &compute.Disk{Resource: res("d"), Access: compute.Access{NetworkAccessPolicy: inventory.Of("DenyAll"), PublicNetworkAccess: inventory.Of("Disabled")}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "private", Have: inventory.Fixture(inventory.Rows(compute.Disks, &compute.Disk{Resource: res("d"), Access: compute.Access{NetworkAccessPolicy: inventory.Of("AllowPrivate"), PublicNetworkAccess: inventory.Of("Enabled")}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "not public", Have: inventory.Fixture(inventory.Rows(compute.Disks, &compute.Disk{Resource: res("d"), Access: compute.Access{NetworkAccessPolicy: inventory.Of("AllowAll"), PublicNetworkAccess: inventory.Of("Disabled")}})), Want: []checks.Verdict{checks.Pass}},
		{Name: "to anywhere", Have: inventory.Fixture(inventory.Rows(compute.Disks, &compute.Disk{Resource: res("d"), Access: compute.Access{NetworkAccessPolicy: inventory.Of("AllowAll"), PublicNetworkAccess: inventory.Of("Enabled")}})), Want: []checks.Verdict{checks.Fail}},
		{Name: "half hidden", Have: inventory.Fixture(inventory.Rows(compute.Disks, &compute.Disk{Resource: res("d"), Access: compute.Access{NetworkAccessPolicy: inventory.Of("AllowAll"), PublicNetworkAccess: hidden[string]()}})), Want: []checks.Verdict{checks.Unknown}},
	})
}
