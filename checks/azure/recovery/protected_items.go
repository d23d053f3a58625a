package recovery

import (
	"demarc/checks"
	"demarc/providers/azure/recovery"
	"demarc/providers/inventory"
)

// ProtectedItems asks that vaults protect something.
var ProtectedItems = &checks.Check{
	ID:       "azure-recovery-vault-protected-items",
	Title:    "Recovery Services vaults protect something",
	Why:      "A vault that holds nothing looks like a backup and is none: what was to be copied to it is found missing on the day that it is needed.",
	Severity: checks.Low,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Recovery Services vaults > the vault > Backup: what runs where, what to back up, and a policy; or delete the vault.",
		CLI:       "az backup protection enable-for-vm --resource-group <group> --vault-name <vault> --vm <vm> --policy-name <policy>",
		Terraform: "resource \"azurerm_backup_protected_vm\" \"example\" {\n  resource_group_name = azurerm_resource_group.example.name\n  recovery_vault_name = azurerm_recovery_services_vault.example.name\n  source_vm_id        = azurerm_linux_virtual_machine.example.id\n  backup_policy_id    = azurerm_backup_policy_vm.example.id\n}",
	},
	Aliases: []string{"prowler:recovery_vault_has_protected_items"},
	Link:    "https://learn.microsoft.com/azure/backup/backup-azure-recovery-services-vault-overview",
	Needs:   []inventory.Source{recovery.VaultBackedUp, recovery.VaultReplicated},
	Run: checks.Each(recovery.Vaults, func(p *checks.Probe, v *recovery.Vault) {
		some := func(n int) bool { return n > 0 }
		used, ok := inventory.Or(inventory.Map(v.BackedUp, some), inventory.Map(v.Replicated, some)).Get(p)
		if ok && !used {
			p.Evidence("protectedItems", 0)
			p.Failf("nothing is backed up to the vault or replicated by it")
		}
	}),
}
