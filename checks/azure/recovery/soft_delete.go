package recovery

import (
	"demarc/checks"
	"demarc/providers/azure/recovery"
	"demarc/providers/inventory"
)

// SoftDelete asks that deleted copies can be had back for a while.
var SoftDelete = &checks.Check{
	ID:       "azure-recovery-vault-soft-delete",
	Title:    "Deleted backups can be had back",
	Why:      "Ransomware goes for the copies first. With soft delete, what an intruder deletes from the vault is kept for at least 14 days more.",
	Severity: checks.High,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Recovery Services vaults > the vault > Settings > Properties > Security settings > Soft delete: Enable, and always-on.",
		CLI:       "az backup vault backup-properties set --name <vault> --resource-group <group> --soft-delete-feature-state Enable",
		Terraform: "resource \"azurerm_recovery_services_vault\" \"example\" {\n  name                = \"example\"\n  location            = azurerm_resource_group.example.location\n  resource_group_name = azurerm_resource_group.example.name\n  sku                 = \"Standard\"\n  soft_delete_enabled = true\n}",
	},
	Link:  "https://learn.microsoft.com/azure/backup/backup-azure-security-feature-cloud",
	Needs: []inventory.Source{recovery.VaultSecurity},
	Run:   guarded("softDeleteState", "backups that are deleted from the vault are gone", func(s recovery.Security) inventory.Known[string] { return s.SoftDelete }, "Enabled", "AlwaysON"),
}
