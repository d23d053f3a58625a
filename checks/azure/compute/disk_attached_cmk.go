package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// DiskAttachedKey asks that machines' disks are encrypted with the customer's key.
var DiskAttachedKey = &checks.Check{
	ID:       "azure-compute-disk-attached-cmk",
	Title:    "Disks of machines are encrypted with a customer-managed key",
	Why:      "With a key of your own, you decide who may use it, and can take it away from everybody at once.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Disks > the disk > Settings > Encryption > Key management: a customer-managed key, by a disk encryption set.",
		CLI:       "az disk update --resource-group <group> --name <disk> --encryption-type EncryptionAtRestWithCustomerKey --disk-encryption-set <set>",
		Terraform: "resource \"azurerm_managed_disk\" \"example\" {\n  disk_encryption_set_id = azurerm_disk_encryption_set.example.id\n}",
	},
	Aliases: []string{"prowler:vm_ensure_attached_disks_encrypted_with_cmk"},
	Link:    "https://learn.microsoft.com/azure/virtual-machines/disk-encryption",
	Needs:   []inventory.Source{compute.Disks},
	Run: checks.Each(compute.Disks, func(p *checks.Probe, d *compute.Disk) {
		if free, ok := unattached(p, d); ok && free {
			p.Skipf("no machine has the disk")
		} else if ok {
			judgeKey(p, d)
		}
	}),
}

// judgeKey reports a disk that is encrypted with the platform's key alone.
func judgeKey(p *checks.Probe, d *compute.Disk) {
	kind, ok := d.Encryption.Get(p)
	switch {
	case !ok || strings.EqualFold(kind, "EncryptionAtRestWithCustomerKey") || strings.EqualFold(kind, "EncryptionAtRestWithPlatformAndCustomerKeys"):
	case strings.EqualFold(kind, "EncryptionAtRestWithPlatformKey"):
		p.Evidence("encryption", kind)
		p.Failf("the disk is encrypted with a key of the platform only")
	default:
		p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the encryption " + kind + " is not a known one"})
	}
}

// unattached reports whether no machine has the disk.
func unattached(p *checks.Probe, d *compute.Disk) (bool, bool) {
	state, ok := d.State.Get(p)
	return strings.EqualFold(state, "Unattached"), ok
}
