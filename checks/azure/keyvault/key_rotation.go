package keyvault

import (
	"slices"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

// KeyRotation asks that keys are made anew by themselves.
var KeyRotation = &checks.Check{
	ID:       "azure-keyvault-key-rotation",
	Title:    "Keys are rotated automatically",
	Why:      "What is done by hand is put off. With a rotation policy, each version of a key protects little, and for a while only.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Key vaults > the vault > Objects > Keys > the key > Rotation policy > Enable auto rotation.",
		CLI:       "az keyvault key rotation-policy update --vault-name <vault> --name <key> --value <policy.json>",
		Terraform: "resource \"azurerm_key_vault_key\" \"example\" {\n  name         = \"example\"\n  key_vault_id = azurerm_key_vault.example.id\n  key_type     = \"RSA\"\n  key_size     = 3072\n  key_opts     = [\"wrapKey\", \"unwrapKey\"]\n  rotation_policy {\n    expire_after         = \"P2Y\"\n    notify_before_expiry = \"P30D\"\n    automatic {\n      time_before_expiry = \"P60D\"\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"8.3.9"}},
	Aliases:  []string{"prowler:keyvault_key_rotation_enabled"},
	Link:     "https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation",
	Needs:    []inventory.Source{keyvault.KeyRotation},
	Run: checks.Each(keyvault.Keys, func(p *checks.Probe, k *keyvault.Key) {
		enabled, ok := k.Enabled.Get(p)
		if ok && !enabled {
			p.Skipf("the key is disabled")
			return
		}
		r, known := k.Rotation.Get(p)
		switch {
		case !ok || !known || slices.Contains(r.Actions, "rotate"):
		case r.Certificate:
			p.Skipf("the key is a certificate's, and made anew with it")
		default:
			p.Evidence("rotationPolicyActions", r.Actions)
			p.Failf("no rotation policy makes the key anew")
		}
	}),
}
