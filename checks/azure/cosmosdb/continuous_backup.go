package cosmosdb

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

// ContinuousBackup asks that data can be had back as of any moment.
var ContinuousBackup = &checks.Check{
	ID:       "azure-cosmosdb-account-continuous-backup",
	Title:    "Accounts are backed up continuously",
	Why:      "A periodic backup is hours old, kept for two of them by default, and restored by asking support; a continuous one is restored by you, to the second.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Azure Cosmos DB > the account > Settings > Backup & Restore > Backup policy mode: Continuous.",
		CLI:       "az cosmosdb update --resource-group <group> --name <account> --backup-policy-type Continuous --continuous-tier Continuous7Days",
		Terraform: "resource \"azurerm_cosmosdb_account\" \"example\" {\n  backup {\n    type = \"Continuous\"\n    tier = \"Continuous7Days\"\n  }\n}",
	},
	Aliases: []string{"prowler:cosmosdb_account_backup_policy_continuous"},
	Link:    "https://learn.microsoft.com/azure/cosmos-db/continuous-backup-restore-introduction",
	Needs:   []inventory.Source{cosmosdb.Accounts},
	Run: each(func(p *checks.Probe, a *cosmosdb.Account) {
		switch kind, ok := a.Backup.Get(p); {
		case !ok || strings.EqualFold(kind, "Continuous"):
		case strings.EqualFold(kind, "Periodic"):
			p.Evidence("backupPolicy", kind)
			p.Failf("the account is backed up periodically")
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "what the backup policy " + kind + " is"})
		}
	}),
}
