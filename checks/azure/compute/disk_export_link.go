package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// DiskExportLink asks that no link to a disk is in use.
var DiskExportLink = &checks.Check{
	ID:       "azure-compute-disk-export-link",
	Title:    "No disk is open for download by a link",
	Why:      "As long as the link lives, whoever has it reads the whole disk, without a login.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Disks > the disk > Settings > Disk Export > Cancel export.",
		CLI:       "az disk revoke-access --resource-group <group> --name <disk>",
		Terraform: "resource \"azurerm_managed_disk\" \"example\" {\n  network_access_policy = \"DenyAll\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-machines/linux/disks-export-import",
	Needs: []inventory.Source{compute.Disks},
	Run: checks.Each(compute.Disks, func(p *checks.Probe, d *compute.Disk) {
		if state, ok := d.State.Get(p); ok && strings.HasPrefix(strings.ToLower(state), "activesas") {
			p.Evidence("diskState", state)
			p.Failf("a link to download the disk is alive")
		}
	}),
}
