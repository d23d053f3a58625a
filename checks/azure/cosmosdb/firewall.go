package cosmosdb

import (
	"demarc/checks"
	"demarc/providers/azure/access"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

// Firewall asks that the firewall selects who comes in.
var Firewall = &checks.Check{
	ID:       "azure-cosmosdb-account-firewall",
	Title:    "Accounts let selected networks in only",
	Why:      "An account without rules is open to all networks: a key that leaks anywhere opens all of its data from everywhere.",
	Severity: checks.High,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Cosmos DB > the account > Settings > Networking > Public network access: Selected networks.",
		CLI:       "az cosmosdb update --resource-group <group> --name <account> --ip-range-filter <range>,<range>",
		Terraform: "resource \"azurerm_cosmosdb_account\" \"example\" {\n  is_virtual_network_filter_enabled = true\n  ip_range_filter                   = [\"203.0.113.0/24\"]\n}",
	},
	Aliases: []string{"prowler:cosmosdb_account_firewall_use_selected_networks"},
	Link:    "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-firewall",
	Needs:   []inventory.Source{cosmosdb.Accounts},
	Run: each(func(p *checks.Probe, a *cosmosdb.Account) {
		if closed, ok := inventory.Or(shut(a), selected(a)).Get(p); ok && !closed {
			ranges, _ := a.Ranges.Peek()
			p.Evidence("publicNetworkAccess", "Enabled")
			p.Evidence("ipRules", ranges)
			p.Failf("the account can be reached from all networks")
		}
	}),
}

// selected reports whether the firewall's rules keep anybody out. Without any
// all are let in; with one, only who is named.
func selected(a *cosmosdb.Account) inventory.Known[bool] {
	some := inventory.Map(a.Ranges, func(r []string) bool { return len(r) > 0 })
	narrow := inventory.Map(a.Ranges, func(r []string) bool { return !access.Internet(r) })
	return inventory.And(narrow, inventory.Or(a.Subnets, some))
}
