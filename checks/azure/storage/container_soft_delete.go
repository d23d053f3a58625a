package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

var minContainerSoftDeleteDays = &checks.Param{Name: "minDays", Default: 7, Unit: "days", Source: "Microsoft Learn, \"Soft delete for containers\": at least seven days are recommended"}

// ContainerSoftDelete asks that deleted containers can be had back for a while.
var ContainerSoftDelete = &checks.Check{
	ID:       "azure-storage-container-soft-delete",
	Title:    "Deleted blob containers can be had back for some days",
	Why:      "A container goes with all that is in it: without soft delete, one mistaken command, or one attacker with a key, ends it for good.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Data management > Data protection > Enable soft delete for containers.",
		CLI:       "az storage account blob-service-properties update --account-name <account> --resource-group <group> --enable-container-delete-retention true --container-delete-retention-days 7",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  blob_properties {\n    container_delete_retention_policy {\n      days = 7\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.2.2"}},
	Aliases:  []string{"prowler:storage_ensure_soft_delete_is_enabled"},
	Link:     "https://learn.microsoft.com/azure/storage/blobs/soft-delete-container-overview",
	Params:   []*checks.Param{minContainerSoftDeleteDays},
	Needs:    []inventory.Source{storage.AccountBlob},
	Run: blobs(func(p *checks.Probe, _ *storage.Account, b storage.BlobService) {
		if want := p.Int(minContainerSoftDeleteDays); b.ContainersRetention < want {
			p.Evidence("containerDeleteRetentionDays", b.ContainersRetention)
			p.Failf("deleted containers are kept for %d days, fewer than %d", b.ContainersRetention, want)
		}
	}),
}
