package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// EntraByDefault asks that the portal reads data in the user's own name.
var EntraByDefault = &checks.Check{
	ID:       "azure-storage-entra-by-default",
	Title:    "The portal asks for data with the user's own sign-in by default",
	Why:      "Otherwise it fetches the account's key for whoever may, and reads and writes with that: rights to data then are all or nothing, and the log names nobody.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Settings > Configuration > Default to Microsoft Entra authorization in the Azure portal: Enabled.",
		CLI:       "az storage account update --name <account> --resource-group <group> --set defaultToOAuthAuthentication=true",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  default_to_oauth_authentication = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.3.1"}},
	Aliases:  []string{"prowler:storage_default_to_entra_authorization_enabled"},
	Link:     "https://learn.microsoft.com/azure/storage/blobs/authorize-data-operations-portal",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		if on, ok := a.EntraByDefault.Get(p); ok && !on {
			p.Evidence("defaultToOAuthAuthentication", on)
			p.Failf("the portal uses the account's key by default")
		}
	}),
}
