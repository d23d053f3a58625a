package keyvault

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

// RBAC asks that Azure roles say who may use a vault.
var RBAC = &checks.Check{
	ID:       "azure-keyvault-rbac",
	Title:    "Key vaults grant access by Azure roles",
	Why:      "Access policies are the vault's own: a contributor can write one for himself, they hold for all keys at once, and no review of roles shows them.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "Key vaults > the vault > Settings > Access configuration > Azure role-based access control.",
		CLI:       "az keyvault update --name <vault> --resource-group <group> --enable-rbac-authorization true",
		Terraform: "resource \"azurerm_key_vault\" \"example\" {\n  rbac_authorization_enabled = true\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.3.6"}},
	Aliases:  []string{"prowler:keyvault_rbac_enabled"},
	Link:     "https://learn.microsoft.com/azure/key-vault/general/rbac-guide",
	Needs:    []inventory.Source{keyvault.Vaults},
	Run: checks.Each(keyvault.Vaults, func(p *checks.Probe, v *keyvault.Vault) {
		if on, ok := v.RBAC.Get(p); ok && !on {
			p.Evidence("enableRbacAuthorization", on)
			p.Failf("the vault grants access by its own access policies")
		}
	}),
}
