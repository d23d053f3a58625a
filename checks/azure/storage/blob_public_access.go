package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// BlobPublicAccess asks that no container of the account can be made public.
var BlobPublicAccess = &checks.Check{
	ID:       "azure-storage-blob-public-access",
	Title:    "Blob containers cannot be made public",
	Why:      "Anybody who may change a container can show it to the whole internet by one click; with this off at the account, the click does nothing.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Settings > Configuration > Allow Blob anonymous access: Disabled.",
		CLI:       "az storage account update --name <account> --resource-group <group> --allow-blob-public-access false",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  allow_nested_items_to_be_public = false\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.8"}},
	Aliases:  []string{"prowler:storage_blob_public_access_level_is_disabled"},
	Link:     "https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		if on, ok := a.BlobPublicAccess.Get(p); ok && on {
			p.Evidence("allowBlobPublicAccess", on)
			p.Failf("containers of the account may be made public")
		}
	}),
}
