package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// MachineBackup asks that machines are backed up.
var MachineBackup = &checks.Check{
	ID:       "azure-compute-vm-backup",
	Title:    "Virtual machines are backed up",
	Why:      "What ransomware has encrypted or a mistake has deleted is gone without a copy out of its reach.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Virtual machines > the machine > Backup + disaster recovery > Backup: a vault and a policy.",
		CLI:       "az backup protection enable-for-vm --resource-group <group> --vault-name <vault> --vm <vm> --policy-name <policy>",
		Terraform: "resource \"azurerm_backup_protected_vm\" \"example\" {\n  resource_group_name = azurerm_resource_group.example.name\n  recovery_vault_name = azurerm_recovery_services_vault.example.name\n  source_vm_id        = azurerm_linux_virtual_machine.example.id\n  backup_policy_id    = azurerm_backup_policy_vm.example.id\n}",
	},
	Aliases: []string{"prowler:vm_backup_enabled"},
	Link:    "https://learn.microsoft.com/azure/backup/backup-azure-vms-introduction",
	Needs:   []inventory.Source{compute.Machines, compute.ProtectedItems},
	Run: checks.Each(compute.Machines, func(p *checks.Probe, m *compute.Machine) {
		var hidden inventory.Gaps
		now, was := itemsOf(p, &hidden, m)
		if len(now) > 0 {
			return
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		if set, ok := m.ScaleSet.Get(p); ok && set != "" {
			p.Skipf("the machine belongs to a scale set, which makes it anew")
			return
		}
		p.Evidence("protectedItem", was)
		if was {
			p.Absentf("the machine's backup was stopped")
			return
		}
		p.Absentf("no recovery vault protects the machine")
	}),
}
