package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// MachineEncryptionAtHost asks that machines encrypt at the host.
var MachineEncryptionAtHost = &checks.Check{
	ID:       "azure-compute-vm-encryption-at-host",
	Title:    "Virtual machines are encrypted at the host",
	Why:      "Encryption of the disks alone leaves out the temporary disk, the caches and the way between the host and the storage.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Virtual machines > the machine (stopped) > Settings > Disks > Additional settings > Encryption at host: Yes.",
		CLI:       "az vm update --resource-group <group> --name <vm> --set securityProfile.encryptionAtHost=true",
		Terraform: "resource \"azurerm_linux_virtual_machine\" \"example\" {\n  encryption_at_host_enabled = true\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-machines/disk-encryption",
	Needs: []inventory.Source{compute.Machines},
	Run: checks.Each(compute.Machines, func(p *checks.Probe, m *compute.Machine) {
		if on, ok := m.EncryptionAtHost.Get(p); ok && !on {
			p.Evidence("encryptionAtHost", false)
			p.Failf("the temporary disk and the caches are not encrypted at the host")
		}
	}),
}
