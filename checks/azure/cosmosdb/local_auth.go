package cosmosdb

import (
	"demarc/checks"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

// LocalAuth asks that keys do not open the data.
var LocalAuth = &checks.Check{
	ID:       "azure-cosmosdb-account-local-auth",
	Title:    "Accounts are opened by Entra identities only",
	Why:      "A key opens everything in the account, names nobody in the logs and works until somebody regenerates it.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   "There is no switch in the portal: grant the roles of Cosmos DB's data plane to the applications, then use the command line.",
		CLI:       "az resource update --ids <account-id> --set properties.disableLocalAuth=true",
		Terraform: "resource \"azurerm_cosmosdb_account\" \"example\" {\n  local_authentication_disabled = true\n}",
	},
	Aliases: []string{"prowler:cosmosdb_account_use_aad_and_rbac"},
	Link:    "https://learn.microsoft.com/azure/cosmos-db/nosql/security/how-to-disable-key-based-authentication",
	Needs:   []inventory.Source{cosmosdb.Accounts},
	Run: each(func(p *checks.Probe, a *cosmosdb.Account) {
		// The clients of the other APIs log in with keys: Azure's own policy on
		// the matter leaves them out too.
		api, ok := a.API.Get(p)
		if ok && api != "NoSQL" {
			p.Skipf("the API for %s is not among those that Azure asks to be without keys", api)
		}
		if !ok || api != "NoSQL" {
			return
		}
		if keys, ok := a.LocalAuth.Get(p); ok && keys {
			p.Evidence("disableLocalAuth", false)
			p.Failf("account keys open the data")
		}
	}),
}
