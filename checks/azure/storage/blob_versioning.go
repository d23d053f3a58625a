package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// BlobVersioning asks that what is overwritten is kept.
var BlobVersioning = &checks.Check{
	ID:       "azure-storage-blob-versioning",
	Title:    "Earlier versions of blobs are kept",
	Why:      "Soft delete brings back what was deleted; what was overwritten, as by ransomware, only an earlier version brings back.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Data management > Data protection > Enable versioning for blobs.",
		CLI:       "az storage account blob-service-properties update --account-name <account> --resource-group <group> --enable-versioning true",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  blob_properties {\n    versioning_enabled = true\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.2.3"}},
	Aliases:  []string{"prowler:storage_blob_versioning_is_enabled"},
	Link:     "https://learn.microsoft.com/azure/storage/blobs/versioning-overview",
	Needs:    []inventory.Source{storage.AccountBlob},
	Run: blobs(func(p *checks.Probe, a *storage.Account, b storage.BlobService) {
		tree, ok := a.Hierarchical.Get(p)
		switch {
		case !ok:
		case tree:
			p.Skipf("accounts with a hierarchical namespace have no versions of blobs")
		case !b.Versioning:
			p.Evidence("isVersioningEnabled", false)
			p.Failf("overwritten blobs are gone")
		}
	}),
}
