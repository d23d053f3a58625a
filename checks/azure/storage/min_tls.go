package storage

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// MinTLS asks that storage accounts refuse old versions of TLS.
var MinTLS = &checks.Check{
	ID:       "azure-storage-min-tls",
	Title:    "Storage accounts take TLS 1.2 or newer only",
	Why:      "TLS 1.0 and 1.1 have flaws that let what is on the way be read.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Settings > Configuration > Minimum TLS version: Version 1.2.",
		CLI:       "az storage account update --name <account> --resource-group <group> --min-tls-version TLS1_2",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  min_tls_version = \"TLS1_2\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.6"}},
	Aliases:  []string{"prowler:storage_ensure_minimum_tls_version_12"},
	Link:     "https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version",
	Needs:    []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		least, ok := a.MinimumTLS.Get(p)
		switch {
		case !ok || least == "TLS1_2" || least == "TLS1_3":
		case least == "TLS1_0" || least == "TLS1_1":
			p.Evidence("minimumTlsVersion", least)
			p.Failf("the account takes requests by TLS %s", strings.ReplaceAll(strings.TrimPrefix(least, "TLS"), "_", "."))
		default:
			other(p, "TLS version", least)
		}
	}),
}
