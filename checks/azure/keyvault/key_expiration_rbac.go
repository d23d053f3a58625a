package keyvault

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

// KeyExpirationRBAC asks that keys in vaults with Azure roles expire.
var KeyExpirationRBAC = &checks.Check{
	ID:       "azure-keyvault-key-expiration-rbac",
	Title:    "Keys in vaults with Azure roles have an expiration date",
	Why:      "A key without an end is never questioned: what was encrypted with it, or signed by it, stays in the hand of whoever got hold of it.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Key vaults > the vault > Objects > Keys > the key > the current version > Set expiration date.",
		CLI:       "az keyvault key set-attributes --vault-name <vault> --name <key> --expires <date>",
		Terraform: "resource \"azurerm_key_vault_key\" \"example\" {\n  name            = \"example\"\n  key_vault_id    = azurerm_key_vault.example.id\n  key_type        = \"RSA\"\n  key_size        = 3072\n  key_opts        = [\"wrapKey\", \"unwrapKey\"]\n  expiration_date = \"2027-01-01T00:00:00Z\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.3.1"}},
	Aliases:  []string{"prowler:keyvault_rbac_key_expiration_set"},
	Link:     "https://learn.microsoft.com/azure/key-vault/keys/about-keys-details",
	Needs:    []inventory.Source{keyvault.Vaults, keyvault.Keys},
	Run: checks.Each(keyvault.Keys, func(p *checks.Probe, k *keyvault.Key) {
		expires(p, &k.Item, true)
	}),
}
