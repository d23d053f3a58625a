package recovery

import (
	"demarc/checks"
	"demarc/providers/azure/recovery"
	"demarc/providers/inventory"
)

var minRetention = &checks.Param{Name: "minDays", Default: 30, Unit: "days", Source: "Azure Backup: the DefaultPolicy of a vault keeps daily copies for 30 days"}

// PolicyRetention asks that copies are kept long enough.
var PolicyRetention = &checks.Check{
	ID:       "azure-recovery-policy-retention",
	Title:    "Backup policies keep copies for at least 30 days",
	Why:      "An intruder is in for weeks before the ransom note: if every copy that is left is younger than that, all of them are spoilt.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Recovery Services vaults > the vault > Manage > Backup policies > the policy > Retention range.",
		CLI:       "az backup policy set --resource-group <group> --vault-name <vault> --policy <policy-json>",
		Terraform: "resource \"azurerm_backup_policy_vm\" \"example\" {\n  name                = \"example\"\n  resource_group_name = azurerm_resource_group.example.name\n  recovery_vault_name = azurerm_recovery_services_vault.example.name\n  backup {\n    frequency = \"Daily\"\n    time      = \"23:00\"\n  }\n  retention_daily {\n    count = 30\n  }\n}",
	},
	Aliases: []string{"prowler:recovery_vault_backup_policy_retention_adequate"},
	Link:    "https://learn.microsoft.com/azure/backup/backup-azure-arm-vms-prepare",
	Params:  []*checks.Param{minRetention},
	Needs:   []inventory.Source{recovery.Policies},
	Run: checks.Each(recovery.Policies, func(p *checks.Probe, policy *recovery.Policy) {
		items, ok := policy.Items.Get(p)
		if ok && items == 0 {
			p.Skipf("nothing is backed up by the policy")
			return
		}
		days, known := policy.Days.Get(p)
		if want := p.Int(minRetention); ok && known && days < want {
			p.Evidence("longestRetentionDays", days)
			p.Failf("no copy is kept for longer than %d days; %d are asked for", days, want)
		}
	}),
}
