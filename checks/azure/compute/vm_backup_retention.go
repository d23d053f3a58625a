package compute

import (
	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

var minBackupDays = &checks.Param{Name: "minDays", Default: 30, Unit: "days", Source: "Azure Backup: the DefaultPolicy of a vault keeps daily copies for 30 days"}

// MachineBackupRetention asks that daily copies of machines are kept long enough.
var MachineBackupRetention = &checks.Check{
	ID:       "azure-compute-vm-backup-retention",
	Title:    "Daily backups of virtual machines are kept for at least 30 days",
	Why:      "An intruder is in for weeks before the ransom note: if every copy that is left is younger than that, all of them are spoilt.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Recovery Services vaults > the vault > Manage > Backup policies > the policy > Retention range.",
		CLI:       "az backup policy set --resource-group <group> --vault-name <vault> --policy <policy-json>",
		Terraform: "resource \"azurerm_backup_policy_vm\" \"example\" {\n  retention_daily {\n    count = 30\n  }\n}",
	},
	Aliases: []string{"prowler:vm_sufficient_daily_backup_retention_period"},
	Link:    "https://learn.microsoft.com/azure/backup/backup-azure-vms-first-look-arm",
	Params:  []*checks.Param{minBackupDays},
	Needs:   []inventory.Source{compute.Machines, compute.ProtectedItems, compute.BackupPolicies},
	Run: checks.Each(compute.Machines, func(p *checks.Probe, m *compute.Machine) {
		var hidden inventory.Gaps
		now, _ := itemsOf(p, &hidden, m)
		longest := 0
		for _, i := range now {
			id, ok := i.Policy.Get(&hidden)
			if !ok {
				continue
			}
			policy, ok := network.Find(p.Inv, compute.BackupPolicies, m.Account, id).Get(&hidden)
			if !ok {
				continue
			}
			if days, ok := policy.DailyDays.Get(&hidden); ok {
				longest = max(longest, days)
			}
		}
		want := p.Int(minBackupDays)
		if longest >= want {
			return
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		if len(now) == 0 {
			p.Skipf("the machine is not backed up")
			return
		}
		p.Evidence("dailyRetentionDays", longest)
		p.Absentf("daily copies are kept for %d days, fewer than %d", longest, want)
	}),
}
