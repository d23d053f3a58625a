package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// ScaleSetEncryptionAtHost asks that scale sets encrypt at the host.
var ScaleSetEncryptionAtHost = &checks.Check{
	ID:       "azure-compute-scale-set-encryption-at-host",
	Title:    "Scale sets are encrypted at the host",
	Why:      "Encryption of the disks alone leaves out the temporary disks, the caches and the way between the hosts and the storage.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Virtual machine scale sets > the set > Settings > Configuration > Encryption at host.",
		CLI:       "az vmss update --resource-group <group> --name <scale-set> --set virtualMachineProfile.securityProfile.encryptionAtHost=true",
		Terraform: "resource \"azurerm_linux_virtual_machine_scale_set\" \"example\" {\n  encryption_at_host_enabled = true\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-machines/disk-encryption",
	Needs: []inventory.Source{compute.ScaleSets},
	Run: checks.Each(compute.ScaleSets, func(p *checks.Probe, s *compute.ScaleSet) {
		if !modelled(p, s) {
			return
		}
		if on, ok := s.EncryptionAtHost.Get(p); ok && !on {
			p.Evidence("encryptionAtHost", false)
			p.Failf("the temporary disk and the caches are not encrypted at the host")
		}
	}),
}
