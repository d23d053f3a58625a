package storage

import (
	"demarc/checks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// InfrastructureEncryption asks that data are encrypted twice.
var InfrastructureEncryption = &checks.Check{
	ID:       "azure-storage-infrastructure-encryption",
	Title:    "Data are encrypted by the infrastructure as well as by the service",
	Why:      "A second layer with another key and another algorithm holds where a key, or an implementation, of the first is broken. It can be chosen only when the account is made.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > Create > Encryption > Enable infrastructure encryption (of a new account).",
		CLI:       "az storage account create --name <account> --resource-group <group> --require-infrastructure-encryption true",
		Terraform: "resource \"azurerm_storage_account\" \"example\" {\n  infrastructure_encryption_enabled = true\n}",
	},
	Aliases: []string{"prowler:storage_infrastructure_encryption_is_enabled"},
	Link:    "https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable",
	Needs:   []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		if on, ok := a.DoublyEncrypted.Get(p); ok && !on {
			p.Evidence("requireInfrastructureEncryption", on)
			p.Failf("data are encrypted by the service alone")
		}
	}),
}
