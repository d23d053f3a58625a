package keyvault

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

// Logging asks that the use of keys and secrets is kept.
var Logging = &checks.Check{
	ID:       "azure-keyvault-logging",
	Title:    "Who used which key and secret is sent to where it is kept",
	Why:      "The vault's audit log is the only trace of a secret that was read; Azure keeps none of it unless a diagnostic setting sends it somewhere.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "Key vaults > the vault > Monitoring > Diagnostic settings > Add diagnostic setting: audit, and a Log Analytics workspace or a storage account.",
		CLI:       "az monitor diagnostic-settings create --name <name> --resource <vault-id> --workspace <workspace> --logs '[{\"categoryGroup\": \"audit\", \"enabled\": true}]'",
		Terraform: "resource \"azurerm_monitor_diagnostic_setting\" \"example\" {\n  name                       = \"example\"\n  target_resource_id         = azurerm_key_vault.example.id\n  log_analytics_workspace_id = azurerm_log_analytics_workspace.example.id\n  enabled_log {\n    category_group = \"audit\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAzure6: {"6.1.1.4"}},
	Aliases:  []string{"prowler:keyvault_logging_enabled"},
	Link:     "https://learn.microsoft.com/azure/key-vault/general/logging",
	Needs:    []inventory.Source{keyvault.VaultDiagnostics},
	Run: checks.Each(keyvault.Vaults, func(p *checks.Probe, v *keyvault.Vault) {
		kept, ok := inventory.Then(v.Diagnostics, func(all []keyvault.Setting) inventory.Known[bool] {
			var sent []inventory.Known[bool]
			for _, s := range all {
				sent = append(sent, inventory.And(inventory.Of(s.Sinks > 0), s.Audit))
			}
			return inventory.Or(sent...)
		}).Get(p)
		if ok && !kept {
			p.Evidence("sent", false)
			p.Failf("no diagnostic setting sends the vault's audit log anywhere")
		}
	}),
}
