package cosmosdb

import (
	"demarc/checks"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

// KeyMetadataWrites asks that keys cannot change the databases themselves.
var KeyMetadataWrites = &checks.Check{
	ID:       "azure-cosmosdb-account-key-metadata-writes",
	Title:    "Account keys cannot change databases, containers and throughput",
	Why:      "Otherwise whoever has a key can delete a database or raise its cost, past role assignments and resource locks.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "There is no switch in the portal: use the command line.",
		CLI:       "az cosmosdb update --resource-group <group> --name <account> --disable-key-based-metadata-write-access true",
		Terraform: "resource \"azurerm_cosmosdb_account\" \"example\" {\n  access_key_metadata_writes_enabled = false\n}",
	},
	Link:  "https://learn.microsoft.com/azure/cosmos-db/role-based-access-control",
	Needs: []inventory.Source{cosmosdb.Accounts},
	Run: each(func(p *checks.Probe, a *cosmosdb.Account) {
		if writes, ok := inventory.And(a.KeyWrites, a.LocalAuth).Get(p); ok && writes {
			p.Evidence("disableKeyBasedMetadataWriteAccess", false)
			p.Failf("account keys can change databases, containers and throughput")
		}
	}),
}
