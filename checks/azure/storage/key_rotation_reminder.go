package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// KeyRotationReminder asks that somebody is reminded to regenerate the keys.
var KeyRotationReminder = &checks.Check{
	ID:       "azure-storage-key-rotation-reminder",
	Title:    "A reminder is set to regenerate the account's access keys",
	Why:      "A key never expires of itself. Without a period, neither the portal nor Azure Policy tells that one is overdue.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Security + networking > Access keys > Set rotation reminder.",
		CLI:       "az storage account update --name <account> --resource-group <group> --key-exp-days 90",
		Terraform: "resource \"azapi_update_resource\" \"example\" {\n  type        = \"Microsoft.Storage/storageAccounts@2024-01-01\"\n  resource_id = azurerm_storage_account.example.id\n  body = {\n    properties = {\n      keyPolicy = {\n        keyExpirationPeriodInDays = 90\n      }\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.1.1"}},
	Link:     "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",
	Needs:    []inventory.Source{storage.Accounts},
	Run: keyed(func(p *checks.Probe, a *storage.Account) {
		if days, ok := a.KeyReminderDays.Get(p); ok && days <= 0 {
			p.Evidence("keyExpirationPeriodInDays", days)
			p.Failf("no period is set after which the keys are to be regenerated")
		}
	}),
}
