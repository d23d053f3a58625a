package keyvault

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

// SecretExpirationRBAC asks that secrets in vaults with Azure roles expire.
var SecretExpirationRBAC = &checks.Check{
	ID:       "azure-keyvault-secret-expiration-rbac",
	Title:    "Secrets in vaults with Azure roles have an expiration date",
	Why:      "A password without an end is never changed: whoever has copied it once has it for good.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Key vaults > the vault > Objects > Secrets > the secret > the current version > Set expiration date.",
		CLI:       "az keyvault secret set-attributes --vault-name <vault> --name <secret> --expires <date>",
		Terraform: "resource \"azurerm_key_vault_secret\" \"example\" {\n  name            = \"example\"\n  key_vault_id    = azurerm_key_vault.example.id\n  value           = var.value\n  expiration_date = \"2027-01-01T00:00:00Z\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.3.3"}},
	Aliases:  []string{"prowler:keyvault_rbac_secret_expiration_set"},
	Link:     "https://learn.microsoft.com/azure/key-vault/secrets/about-secrets",
	Needs:    []inventory.Source{keyvault.Vaults, keyvault.Secrets},
	Run: checks.Each(keyvault.Secrets, func(p *checks.Probe, s *keyvault.Secret) {
		expires(p, &s.Item, true)
	}),
}
