package compute

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// DiskNetworkAccess asks that disks are not exported to anywhere.
var DiskNetworkAccess = &checks.Check{
	ID:       "azure-compute-disk-network-access",
	Title:    "Disks cannot be exported from any network",
	Why:      "Whoever may make a link to a disk can take the whole of it away, to anywhere; a stolen role or a leaked link is enough.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Disks > the disk > Settings > Networking: Disable public access.",
		CLI:       "az disk update --resource-group <group> --name <disk> --network-access-policy DenyAll --public-network-access Disabled",
		Terraform: "resource \"azurerm_managed_disk\" \"example\" {\n  network_access_policy         = \"DenyAll\"\n  public_network_access_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-machines/disks-restrict-import-export-overview",
	Needs: []inventory.Source{compute.Disks},
	Run: checks.Each(compute.Disks, func(p *checks.Probe, d *compute.Disk) {
		judgeExport(p, d.Access)
	}),
}

// judgeExport reports that a disk or a snapshot can be downloaded from anywhere
// with a link that somebody made for it.
func judgeExport(p *checks.Probe, a compute.Access) {
	restricted := inventory.Map(a.NetworkAccessPolicy, func(s string) bool { return strings.EqualFold(s, "AllowPrivate") || strings.EqualFold(s, "DenyAll") })
	shut := inventory.Map(a.PublicNetworkAccess, func(s string) bool { return strings.EqualFold(s, "Disabled") })
	if safe, ok := inventory.Or(restricted, shut).Get(p); ok && !safe {
		p.Evidence("networkAccessPolicy", "AllowAll")
		p.Evidence("publicNetworkAccess", "Enabled")
		p.Failf("it can be exported to anywhere")
	}
}
