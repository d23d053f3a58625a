package compute

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

func TestDiskAttachedKey(t *testing.T) {
	disk := func(state string, a compute.Access) inventory.Part {
		return inventory.Rows(compute.Disks, &compute.Disk{Resource: res("d"), State: inventory.Of(state), Access: a})
	}
	key := func(kind string) compute.Access { return compute.Access{Encryption: inventory.Of(kind)} }
	checktest.Run(t, DiskAttachedKey, []checktest.Case{
		{Name: "its own key", Have: inventory.Fixture(disk("Attached", key("EncryptionAtRestWithCustomerKey"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "both keys", Have: inventory.Fixture(disk("Reserved", key("EncryptionAtRestWithPlatformAndCustomerKeys"))), Want: []checks.Verdict{checks.Pass}},
		{Name: "the platform's", Have: inventory.Fixture(disk("Attached", key("EncryptionAtRestWithPlatformKey"))), Want: []checks.Verdict{checks.Fail}},
		{Name: "unattached", Have: inventory.Fixture(disk("Unattached", key("EncryptionAtRestWithPlatformKey"))), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "unheard of", Have: inventory.Fixture(disk("Attached", key("Other"))), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: inventory.Fixture(disk("Attached", compute.Access{Encryption: hidden[string]()})), Want: []checks.Verdict{checks.Unknown}},
	})
}
