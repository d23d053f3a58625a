package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// SecureTransfer asks that storage accounts refuse requests without TLS.
var SecureTransfer = &checks.Check{
	ID:       "azure-storage-secure-transfer",
	Title:    "Storage accounts take requests over HTTPS only",
	Why:      "Over plain HTTP the data, and the keys or signatures that open it, can be read on the way.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Settings > Configuration > Secure transfer required: Enabled.",
		CLI:       "az storage account update --name <account> --resource-group <group> --https-only true",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  https_traffic_only_enabled = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.4"}},
	Aliases:  []string{"prowler:storage_secure_transfer_required_is_enabled"},
	Link:     "https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		if https, ok := a.HTTPSOnly.Get(p); ok && !https {
			p.Evidence("supportsHttpsTrafficOnly", false)
			p.Failf("the account takes requests over plain HTTP")
		}
	}),
}
