package recovery

import (
	"demarc/checks"
	"demarc/providers/azure/recovery"
	"demarc/providers/inventory"
)

// Immutability asks that copies cannot be deleted before their time.
var Immutability = &checks.Check{
	ID:       "azure-recovery-vault-immutability",
	Title:    "Backups in the vault are immutable until their time is up",
	Why:      "While the vault is immutable, nobody can delete a copy early, shorten its retention or stop its protection with loss of data: not an administrator, and not whoever is signed in as one. Lock it once it is proven.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Recovery Services vaults > the vault > Settings > Properties > Immutable vault > Enable vault immutability.",
		CLI:       "az backup vault update --name <vault> --resource-group <group> --immutability-state Unlocked",
		Terraform: "resource \"azurerm_recovery_services_vault\" \"example\" {\n  name                = \"example\"\n  location            = azurerm_resource_group.example.location\n  resource_group_name = azurerm_resource_group.example.name\n  sku                 = \"Standard\"\n  immutability        = \"Unlocked\"\n}",
	},
	Link:  "https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept",
	Needs: []inventory.Source{recovery.VaultSecurity},
	Run:   guarded("immutabilityState", "backups in the vault can be deleted before their time", func(s recovery.Security) inventory.Known[string] { return s.Immutability }, "Unlocked", "Locked"),
}
