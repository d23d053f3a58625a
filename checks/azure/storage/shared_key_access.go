package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// SharedKeyAccess asks that access keys open nothing.
var SharedKeyAccess = &checks.Check{
	ID:       "azure-storage-shared-key-access",
	Title:    "Storage accounts take no requests by access key",
	Why:      "A key gives all rights to all data, to nobody in particular: no conditional access, no least privilege, no name in the log. Signatures made from a key are bound to it.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Settings > Configuration > Allow storage account key access: Disabled.",
		CLI:       "az storage account update --name <account> --resource-group <group> --allow-shared-key-access false",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  shared_access_key_enabled = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.1.3"}},
	Aliases:  []string{"prowler:storage_account_key_access_disabled"},
	Link:     "https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		if on, ok := a.SharedKeyAccess.Get(p); ok && on {
			p.Evidence("allowSharedKeyAccess", on)
			p.Failf("the account takes requests by access key")
		}
	}),
}
