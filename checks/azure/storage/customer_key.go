package storage

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

// CustomerKey asks that data are encrypted by a key of one's own.
var CustomerKey = &checks.Check{
	ID:       "azure-storage-customer-key",
	Title:    "Storage accounts are encrypted by a customer-managed key",
	Why:      "With a key of your own, you decide who may use it, see each use, and can take it away from everybody at once.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Security + networking > Encryption > Customer-managed keys.",
		CLI:       "az storage account update --name <account> --resource-group <group> --encryption-key-source Microsoft.Keyvault --encryption-key-vault <vault> --encryption-key-name <key>",
		Terraform: "resource \"azurerm_storage_account_customer_managed_key\" \"example\" {\n  storage_account_id = azurerm_storage_account.example.id\n  key_vault_id       = azurerm_key_vault.example.id\n  key_name           = azurerm_key_vault_key.example.name\n}",
	},
	Aliases: []string{"prowler:storage_ensure_encryption_with_customer_managed_keys"},
	Link:    "https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview",
	Needs:   []inventory.Source{storage.Accounts},
	Run: checks.Each(storage.Accounts, func(p *checks.Probe, a *storage.Account) {
		source, ok := a.KeySource.Get(p)
		switch {
		case !ok || strings.EqualFold(source, "Microsoft.Keyvault"):
		case strings.EqualFold(source, "Microsoft.Storage"):
			p.Evidence("keySource", source)
			p.Failf("the account is encrypted by a key of Microsoft's")
		default:
			other(p, "key source", source)
		}
	}),
}
