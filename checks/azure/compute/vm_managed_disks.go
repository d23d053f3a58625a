package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// MachineManagedDisks asks that machines have managed disks.
var MachineManagedDisks = &checks.Check{
	ID:       "azure-compute-vm-managed-disks",
	Title:    "Virtual machines have managed disks",
	Why:      "A disk that is a blob is guarded by the keys of a storage account only, and cannot be encrypted with a key of its own; Azure retires such disks.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Virtual machines > the machine > Settings > Disks > Migrate to managed disks.",
		CLI:       "az vm convert --resource-group <group> --name <vm>",
		Terraform: "resource \"azurerm_linux_virtual_machine\" \"example\" {\n  os_disk {\n    caching              = \"ReadWrite\"\n    storage_account_type = \"Premium_LRS\"\n  }\n}",
	},
	Aliases: []string{"prowler:vm_ensure_using_managed_disks"},
	Link:    "https://learn.microsoft.com/azure/virtual-machines/unmanaged-disks-deprecation",
	Needs:   []inventory.Source{compute.Machines},
	Run: checks.Each(compute.Machines, func(p *checks.Probe, m *compute.Machine) {
		if names, ok := m.UnmanagedDisks.Get(p); ok && len(names) > 0 {
			p.Evidence("unmanagedDisks", names)
			p.Failf("%d disks are blobs of a storage account", len(names))
		}
	}),
}
