package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

var minShareSoftDeleteDays = &checks.Param{Name: "minDays", Default: 7, Unit: "days", Source: "Azure Files keeps deleted shares of new accounts for seven days by default"}

// FileSoftDelete asks that deleted file shares can be had back for a while.
var FileSoftDelete = &checks.Check{
	ID:       "azure-storage-file-soft-delete",
	Title:    "Deleted file shares can be had back for some days",
	Why:      "A share that is deleted, by mistake or by an attacker, takes its snapshots along; soft delete keeps both.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Data storage > File shares > Soft delete: Enabled.",
		CLI:       "az storage account file-service-properties update --account-name <account> --resource-group <group> --enable-delete-retention true --delete-retention-days 7",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  share_properties {\n    retention_policy {\n      days = 7\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.1.1"}},
	Aliases:  []string{"prowler:storage_ensure_file_shares_soft_delete_is_enabled"},
	Link:     "https://learn.microsoft.com/azure/storage/files/storage-files-prevent-file-share-deletion",
	Params:   []*checks.Param{minShareSoftDeleteDays},
	Needs:    []inventory.Source{storage.AccountFile, storage.AccountShares},
	Run: files(false, func(p *checks.Probe, f storage.FileService) {
		days, ok := f.Retention.Get(p)
		if want := p.Int(minShareSoftDeleteDays); ok && days < want {
			p.Evidence("deleteRetentionDays", days)
			p.Failf("deleted file shares are kept for %d days, fewer than %d", days, want)
		}
	}),
}
