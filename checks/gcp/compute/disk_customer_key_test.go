package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

func TestDiskCustomerKey(t *testing.T) {
	disk := func(status string, key inventory.Known[string]) inventory.Part {
		return inventory.Rows(compute.Disks, &compute.Disk{Resource: labelled("d"), Status: inventory.Of(status), Key: key})
	}
	checktest.Run(t, DiskCustomerKey, []checktest.Case{
		is("in Cloud KMS", checks.Pass, disk("READY", inventory.Of(compute.ByKMS))),
		is("supplied", checks.Pass, disk("READY", inventory.Of(compute.BySupply))),
		is("of Google", checks.Fail, disk("READY", inventory.Of(compute.ByGoogle))),
		is("being deleted", checks.NotApplicable, disk("DELETING", inventory.Of(compute.ByGoogle))),
		is("hidden", checks.Unknown, disk("READY", hidden[string]())),
	})
}
