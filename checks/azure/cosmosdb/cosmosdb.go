// Package cosmosdb holds the checks of Azure Cosmos DB, one to a file.
package cosmosdb

import (
	"demarc/checks"
	"demarc/checks/azure/lifecycle"
	"demarc/providers/azure/cosmosdb"
)

// All lists the package's checks.
var All = []*checks.Check{
	AutomaticFailover,
	AzureAddresses,
	ContinuousBackup,
	Firewall,
	KeyMetadataWrites,
	LocalAuth,
	MinimumTLS,
	PrivateEndpoint,
	PublicNetworkAccess,
}

// each looks at every account that is there to be judged.
func each(look func(*checks.Probe, *cosmosdb.Account)) checks.Run {
	return checks.Each(cosmosdb.Accounts, func(p *checks.Probe, a *cosmosdb.Account) {
		if lifecycle.Settled(p, a.State) {
			look(p, a)
		}
	})
}
