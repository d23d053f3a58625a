package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// DiskUnattachedKey asks that disks of no machine are encrypted with the customer's key.
var DiskUnattachedKey = &checks.Check{
	ID:       "azure-compute-disk-unattached-cmk",
	Title:    "Unattached disks are encrypted with a customer-managed key",
	Why:      "A disk that is left over still holds its data, and nobody looks at it: taking the key away closes it for good.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Disks > the disk > Settings > Encryption > Key management: a customer-managed key, by a disk encryption set.",
		CLI:       "az disk update --resource-group <group> --name <disk> --encryption-type EncryptionAtRestWithCustomerKey --disk-encryption-set <set>",
		Terraform: "resource \"azurerm_managed_disk\" \"example\" {\n  disk_encryption_set_id = azurerm_disk_encryption_set.example.id\n}",
	},
	Aliases: []string{"prowler:vm_ensure_unattached_disks_encrypted_with_cmk"},
	Link:    "https://learn.microsoft.com/azure/virtual-machines/disk-encryption",
	Needs:   []inventory.Source{compute.Disks},
	Run: checks.Each(compute.Disks, func(p *checks.Probe, d *compute.Disk) {
		if free, ok := unattached(p, d); ok && !free {
			p.Skipf("the disk belongs to a machine, or is being copied")
		} else if ok {
			judgeKey(p, d)
		}
	}),
}
