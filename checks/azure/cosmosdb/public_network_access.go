package cosmosdb

import (
	"strings"

	"demarc/checks"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

// PublicNetworkAccess asks that accounts have no public way in.
var PublicNetworkAccess = &checks.Check{
	ID:       "azure-cosmosdb-account-public-network-access",
	Title:    "Accounts cannot be reached from public networks",
	Why:      "While the public endpoint is there, a firewall rule that is too wide, or a stolen key in a network that it names, is all that it takes.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Azure Cosmos DB > the account > Settings > Networking > Public network access: Disabled.",
		CLI:       "az cosmosdb update --resource-group <group> --name <account> --public-network-access DISABLED",
		Terraform: "resource \"azurerm_cosmosdb_account\" \"example\" {\n  public_network_access_enabled = false\n}",
	},
	Aliases: []string{"prowler:cosmosdb_account_public_network_access_disabled"},
	Link:    "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-private-endpoints",
	Needs:   []inventory.Source{cosmosdb.Accounts},
	Run: each(func(p *checks.Probe, a *cosmosdb.Account) {
		if shut, ok := shut(a).Get(p); ok && !shut {
			p.Evidence("publicNetworkAccess", "Enabled")
			p.Failf("public network access is enabled")
		}
	}),
}

// shut reports whether the account's firewall is of no account: nobody comes
// over a public network, or a network security perimeter says who does.
func shut(a *cosmosdb.Account) inventory.Known[bool] {
	return inventory.Then(a.PublicNetwork, func(s string) inventory.Known[bool] {
		switch {
		case strings.EqualFold(s, "Enabled"):
			return inventory.Of(false)
		case strings.EqualFold(s, "Disabled"), strings.EqualFold(s, "SecuredByPerimeter"):
			return inventory.Of(true)
		}
		return inventory.Missing[bool](inventory.Gap{Reason: inventory.Failed, Where: "what the public network access " + s + " is"})
	})
}
