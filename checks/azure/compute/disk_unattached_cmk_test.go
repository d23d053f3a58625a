package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestDiskUnattachedKey(t *testing.T) {
	disk := func(state string, a compute.Access) inventory.Part {
		return inventory.Rows(compute.Disks, &compute.Disk{Resource: res("d"), State: inventory.Of(state), Access: a})
	}
	key := func(kind string) compute.Access { return compute.Access{Encryption: inventory.Of(kind)} }
	checktest.Run(t, DiskUnattachedKey, []checktest.Case{
		{Name: "its own key", Have: inventory.Fixture(disk("Unattached", key("EncryptionAtRestWithCustomerKey"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "the platform's", Have: inventory.Fixture(disk("Unattached", key("EncryptionAtRestWithPlatformKey"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "attached", Have: inventory.Fixture(disk("Attached", key("EncryptionAtRestWithPlatformKey"))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: inventory.Fixture(disk("Unattached", compute.Access{Encryption: hidden[string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
