package cosmosdb

import (
	"demarc/checks"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

// AutomaticFailover asks that another region takes over.
var AutomaticFailover = &checks.Check{
	ID:       "azure-cosmosdb-account-automatic-failover",
	Title:    "Another region takes over when the one for writes fails",
	Why:      "Without it, the account takes no writes until the region is back or somebody fails it over by hand.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Azure Cosmos DB > the account > Settings > Replicate data globally: a second region, and Service-Managed Failover: On.",
		CLI:       "az cosmosdb update --resource-group <group> --name <account> --enable-automatic-failover true",
		Terraform: "resource \"azurerm_cosmosdb_account\" \"example\" {\n  automatic_failover_enabled = true\n  geo_location {\n    location          = \"<second-region>\"\n    failover_priority = 1\n  }\n}",
	},
	Aliases: []string{"prowler:cosmosdb_account_automatic_failover_enabled"},
	Link:    "https://learn.microsoft.com/azure/cosmos-db/how-to-manage-database-account",
	Needs:   []inventory.Source{cosmosdb.Accounts},
	Run: each(func(p *checks.Probe, a *cosmosdb.Account) {
		serverless, ok := a.Serverless.Get(p)
		if ok && serverless {
			p.Skipf("a serverless account is in one region, and cannot be in more")
		}
		if !ok || serverless {
			return
		}
		// With one region the switch means nothing: there is none to take over.
		many := inventory.Map(a.Locations, func(all []string) bool { return len(all) > 1 })
		if covered, ok := inventory.And(many, inventory.Or(a.Failover, a.ManyWriters)).Get(p); !ok || covered {
			return
		}
		if regions, ok := a.Locations.Peek(); ok && len(regions) < 2 {
			p.Evidence("locations", regions)
			p.Failf("the account is in one region")
			return
		}
		p.Evidence("enableAutomaticFailover", false)
		p.Failf("no other region takes over by itself")
	}),
}
