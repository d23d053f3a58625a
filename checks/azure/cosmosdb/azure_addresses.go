package cosmosdb

import (
	"slices"

	"demarc/checks"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

// AzureAddresses asks that other customers of Azure are kept out.
var AzureAddresses = &checks.Check{
	ID:       "azure-cosmosdb-account-azure-addresses",
	Title:    "Firewalls of accounts do not let all of Azure in",
	Why:      "The rule 0.0.0.0 lets in every address of Azure's datacenters, those of other customers' machines among them: anyone can rent one.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Cosmos DB > the account > Settings > Networking > Exceptions > Accept connections from within public Azure datacenters: off.",
		CLI:       "az cosmosdb update --resource-group <group> --name <account> --ip-range-filter <range>,<range>",
		Terraform: "resource \"azurerm_cosmosdb_account\" \"example\" {\n  ip_range_filter = [\"203.0.113.0/24\"]\n}",
	},
	Link:  "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-firewall",
	Needs: []inventory.Source{cosmosdb.Accounts},
	Run: each(func(p *checks.Probe, a *cosmosdb.Account) {
		off, ok := shut(a).Get(p)
		if ok && off {
			p.Skipf("public network access is disabled, or ruled by a perimeter: the firewall rules are of no account")
		}
		if !ok || off {
			return
		}
		if ranges, ok := a.Ranges.Get(p); ok && slices.Contains(ranges, "0.0.0.0") {
			p.Evidence("ipRules", ranges)
			p.Failf("every address of Azure's datacenters is let in")
			return
		}
		if some, ok := selected(a).Get(p); ok && !some {
			p.Skipf("the account is open to all networks, not to those of Azure alone")
		}
	}),
}
