package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

var minSoftDeleteDays = &checks.Param{Name: "minDays", Default: 7, Unit: "days", Source: "Microsoft Learn, \"Soft delete for blobs\": at least seven days are recommended"}

// BlobSoftDelete asks that deleted blobs can be had back for a while.
var BlobSoftDelete = &checks.Check{
	ID:       "azure-storage-blob-soft-delete",
	Title:    "Deleted blobs can be had back for some days",
	Why:      "Without soft delete, a mistake or an attacker with a key removes blobs for good.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Data management > Data protection > Enable soft delete for blobs.",
		CLI:       "az storage account blob-service-properties update --account-name <account> --resource-group <group> --enable-delete-retention true --delete-retention-days 7",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  blob_properties {\n    delete_retention_policy {\n      days = 7\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.2.1"}},
	Aliases:  []string{"prowler:storage_ensure_soft_delete_is_enabled"},
	Link:     "https://learn.microsoft.com/azure/storage/blobs/soft-delete-blob-overview",
	Params:   []*checks.Param{minSoftDeleteDays},
	Needs:    []inventory.Source{storage.AccountBlob},
	Run: blobs(func(p *checks.Probe, _ *storage.Account, b storage.BlobService) {
		if want := p.Int(minSoftDeleteDays); b.DeleteRetention < want {
			p.Evidence("deleteRetentionDays", b.DeleteRetention)
			p.Failf("deleted blobs are kept for %d days, fewer than %d", b.DeleteRetention, want)
		}
	}),
}
