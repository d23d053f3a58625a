package storage

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

var maxKeyAge = &checks.Param{Name: "maxAgeDays", Default: 90, Unit: "days", Source: "CIS Microsoft Azure Foundations 6.0, 9.3.1.2"}

// KeyAge asks that access keys are regenerated now and then.
var KeyAge = &checks.Check{
	ID:       "azure-storage-key-age",
	Title:    "Access keys are regenerated every 90 days",
	Why:      "A key opens all of the account's data to whoever has it, and it is copied into settings, scripts and laptops; regenerating it ends what has leaked.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Storage accounts > the account > Security + networking > Access keys > Rotate key, one key after the other.",
		CLI:       "az storage account keys renew --account-name <account> --resource-group <group> --key primary",
		Terraform: "resource \"azurerm_key_vault_managed_storage_account\" \"example\" {\n  name                         = \"example\"\n  key_vault_id                 = azurerm_key_vault.example.id\n  storage_account_id           = azurerm_storage_account.example.id\n  storage_account_key          = \"key1\"\n  regenerate_key_automatically = true\n  regeneration_period          = \"P90D\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"9.3.1.2"}},
	Aliases:  []string{"prowler:storage_key_rotation_90_days"},
	Link:     "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage",
	Params:   []*checks.Param{maxKeyAge},
	Needs:    []inventory.Source{storage.Accounts},
	Run: keyed(func(p *checks.Probe, a *storage.Account) {
		keys, _ := a.Keys.Get(p)
		for _, k := range keys {
			since, never := k.CreatedAt, k.CreatedAt.IsZero()
			if never {
				var ok bool
				if since, ok = a.CreatedAt.Get(p); !ok {
					continue
				}
			}
			age := int(p.Inv.Now.Sub(since).Hours() / 24)
			if age <= p.Int(maxKeyAge) {
				continue
			}
			p.Evidence(k.Name+"AgeDays", age)
			if never {
				p.Failf("%s was never regenerated in the %d days of the account", k.Name, age)
			} else {
				p.Failf("%s was last regenerated %d days ago", k.Name, age)
			}
		}
	}),
}
