package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// DeleteLock asks that storage accounts cannot be deleted unawares.
var DeleteLock = &checks.Check{
	ID:       "azure-storage-delete-lock",
	Title:    "Storage accounts are locked against deletion",
	Why:      "An account is deleted by one command, with all that is in it. A lock has to be taken off first, which few may do and the log shows.",
	Severity: checks.Low,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Settings > Locks > Add: Delete.",
		CLI:       "az lock create --name <lock> --lock-type CanNotDelete --resource-group <group> --resource <account> --resource-type Microsoft.Storage/storageAccounts",
		Terraform: "resource \"azurerm_management_lock\" \"example\" {\n  name       = \"example\"\n  scope      = azurerm_storage_account.example.id\n  lock_level = \"CanNotDelete\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.9"}},
	Link:     "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources",
	Needs:    []inventory.Source{storage.Accounts, storage.Locks},
	Run:      locked("no lock keeps the account from being deleted", "CanNotDelete", "ReadOnly"),
}
