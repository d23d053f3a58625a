package keyvault

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

// Recoverable asks that nobody can destroy keys before their time.
var Recoverable = &checks.Check{
	ID:       "azure-keyvault-recoverable",
	Title:    "Deleted keys and secrets cannot be purged before their time",
	Why:      "Without purge protection, whoever has deleted a key can purge it too, and all that is encrypted with it is lost at that moment.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Key vaults > the vault > Settings > Properties > Purge protection: Enable.",
		CLI:       "az keyvault update --name <vault> --resource-group <group> --enable-purge-protection true",
		Terraform: "resource \"azurerm_key_vault\" \"example\" {\n  purge_protection_enabled   = true\n  soft_delete_retention_days = 90\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.3.5"}},
	Aliases:  []string{"prowler:keyvault_recoverable"},
	Link:     "https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview",
	Needs:    []inventory.Source{keyvault.Vaults},
	Run: checks.Each(keyvault.Vaults, func(p *checks.Probe, v *keyvault.Vault) {
		if on, ok := v.PurgeProtection.Get(p); ok && !on {
			p.Evidence("enablePurgeProtection", on)
			p.Failf("what is deleted can be purged at once")
		}
	}),
}
