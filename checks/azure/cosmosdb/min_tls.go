package cosmosdb

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

// MinimumTLS asks that old versions of TLS are refused.
var MinimumTLS = &checks.Check{
	ID:       "azure-cosmosdb-account-min-tls",
	Title:    "Accounts take TLS 1.2 or newer only",
	Why:      "TLS 1.0 and 1.1 have known flaws: who sits between can read or change what goes by.",
	Severity: checks.Medium,
	Area:     checks.Data,
	Fix: checks.Fix{
		Console:   "Azure Cosmos DB > the account > Settings > Networking > Connectivity > Minimum Transport Layer Security Protocol: TLS 1.2.",
		CLI:       "az cosmosdb update --resource-group <group> --name <account> --minimal-tls-version Tls12",
		Terraform: "resource \"azurerm_cosmosdb_account\" \"example\" {\n  minimal_tls_version = \"Tls12\"\n}",
	},
	Aliases: []string{"prowler:cosmosdb_account_minimum_tls_version"},
	Link:    "https://learn.microsoft.com/azure/cosmos-db/self-serve-minimum-tls-enforcement",
	Needs:   []inventory.Source{cosmosdb.Accounts},
	Run: each(func(p *checks.Probe, a *cosmosdb.Account) {
		// "Cassandra and Mongo APIs only work with Tls 1.2", whatever is set.
		always := inventory.Map(a.API, func(s string) bool { return s == "MongoDB" || s == "Cassandra" })
		modern := inventory.Then(a.MinimumTLS, func(s string) inventory.Known[bool] {
			switch {
			case strings.EqualFold(s, "Tls12"):
				return inventory.Of(true)
			case strings.EqualFold(s, "Tls"), strings.EqualFold(s, "Tls11"):
				return inventory.Of(false)
			}
			return inventory.Missing[bool](inventory.Gap{Reason: inventory.Failed, Where: "what the TLS version " + s + " is"})
		})
		if good, ok := inventory.Or(modern, always).Get(p); ok && !good {
			version, _ := a.MinimumTLS.Peek()
			p.Evidence("minimalTlsVersion", version)
			p.Failf("the account takes TLS 1.0 or 1.1")
		}
	}),
}
