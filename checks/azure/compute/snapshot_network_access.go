package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// SnapshotNetworkAccess asks that snapshots are not exported to anywhere.
var SnapshotNetworkAccess = &checks.Check{
	ID:       "azure-compute-snapshot-network-access",
	Title:    "Snapshots cannot be exported from any network",
	Why:      "A snapshot is the whole disk: whoever may make a link to it can take it away, to anywhere.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Snapshots > the snapshot > Settings > Networking: Disable public access.",
		CLI:       "az snapshot update --resource-group <group> --name <snapshot> --network-access-policy DenyAll --public-network-access Disabled",
		Terraform: "resource \"azurerm_snapshot\" \"example\" {\n  network_access_policy         = \"DenyAll\"\n  public_network_access_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/virtual-machines/disks-restrict-import-export-overview",
	Needs: []inventory.Source{compute.Snapshots},
	Run: checks.Each(compute.Snapshots, func(p *checks.Probe, s *compute.Snapshot) {
		judgeExport(p, s.Access)
	}),
}
