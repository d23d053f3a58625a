package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// ReadOnlyLock asks that the settings of storage accounts cannot be changed unawares.
var ReadOnlyLock = &checks.Check{
	ID:       "azure-storage-read-only-lock",
	Title:    "Storage accounts are locked against changes of their settings",
	Why:      "The lock keeps firewalls, encryption and access as they are, and keeps the keys from being fetched. It stops what works by keys: consider it for accounts of which nothing changes.",
	Severity: checks.Info,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Settings > Locks > Add: Read-only.",
		CLI:       "az lock create --name <lock> --lock-type ReadOnly --resource-group <group> --resource <account> --resource-type Microsoft.Storage/storageAccounts",
		Terraform: "resource \"azurerm_management_lock\" \"example\" {\n  name       = \"example\"\n  scope      = azurerm_storage_account.example.id\n  lock_level = \"ReadOnly\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.10"}},
	Link:     "https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources",
	Needs:    []inventory.Source{storage.Accounts, storage.Locks},
	Run:      locked("no lock keeps the account's settings from being changed", "ReadOnly"),
}
