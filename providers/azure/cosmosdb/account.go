// Package cosmosdb collects Azure Cosmos DB accounts.
package cosmosdb

import (
	"slices"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/azure/access"
	"demarc/providers/inventory"
)

// An Account is a Cosmos DB account.
type Account struct {
	inventory.Resource
	State         inventory.Known[string]
	API           inventory.Known[string]   // "NoSQL", "MongoDB", "Cassandra", "Gremlin", "Table"
	Serverless    inventory.Known[bool]     // it is in one region, and cannot be in more
	Locations     inventory.Known[[]string] // regions
	ManyWriters   inventory.Known[bool]     // whether each of its regions takes writes
	Failover      inventory.Known[bool]     // whether another region takes over by itself
	Backup        inventory.Known[string]   // "Periodic", "Continuous"
	PublicNetwork inventory.Known[string]   // "Enabled", "Disabled", "SecuredByPerimeter"
	Subnets       inventory.Known[bool]     // whether only named subnets, beside named addresses, are let in
	Ranges        inventory.Known[[]string] // addresses and ranges that are let in
	Connections   inventory.Known[[]access.Connection]
	MinimumTLS    inventory.Known[string] // "Tls", "Tls11", "Tls12"
	LocalAuth     inventory.Known[bool]   // whether keys open it
	KeyWrites     inventory.Known[bool]   // whether keys can change databases, containers, throughput
}

type properties struct {
	State        *string `json:"provisioningState"`
	Capabilities *[]struct {
		Name string `json:"name"`
	} `json:"capabilities"`
	Locations *[]struct {
		Name string `json:"locationName"`
	} `json:"locations"`
	ManyWriters *bool `json:"enableMultipleWriteLocations"`
	Failover    *bool `json:"enableAutomaticFailover"`
	Backup      struct {
		Type *string `json:"type"`
	} `json:"backupPolicy"`
	PublicNetwork *string                 `json:"publicNetworkAccess"`
	Subnets       *bool                   `json:"isVirtualNetworkFilterEnabled"`
	IPRules       *[]ipRule               `json:"ipRules"`
	Connections   []access.ConnectionJSON `json:"privateEndpointConnections"`
	MinimumTLS    *string                 `json:"minimalTlsVersion"`
	NoLocal       *bool                   `json:"disableLocalAuth"`
	NoKeyWrites   *bool                   `json:"disableKeyBasedMetadataWriteAccess"`
}

type ipRule struct {
	Value *string `json:"ipAddressOrRange"`
}

const asked = "Resource Graph microsoft.documentdb/databaseaccounts"

var query = azure.Resources("Resources", "microsoft.documentdb/databaseaccounts")

// Accounts lists the accounts of a subscription.
var Accounts = &inventory.Type[Account]{
	Kind: "azure.cosmosdb.Account", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, row azure.Row, p properties) *Account {
		not := func(off bool) bool { return !off }
		a := &Account{
			Resource:    r,
			State:       inventory.FromPtr(p.State, inventory.Unanswered[string](asked, "provisioningState")),
			API:         p.api(row.Kind),
			Serverless:  p.capable("EnableServerless"),
			Locations:   inventory.Unanswered[[]string](asked, "locations"),
			ManyWriters: inventory.FromPtr(p.ManyWriters, inventory.Unanswered[bool](asked, "enableMultipleWriteLocations")),
			Failover:    inventory.FromPtr(p.Failover, inventory.Unanswered[bool](asked, "enableAutomaticFailover")),
			Backup:      inventory.FromPtr(p.Backup.Type, inventory.Unanswered[string](asked, "backupPolicy.type")),
			// What shuts the account, or takes its keys away, is said in so many
			// words: the service does it for no account that was not told to.
			PublicNetwork: inventory.FromPtr(p.PublicNetwork, inventory.Of("Enabled")),
			LocalAuth:     inventory.Map(inventory.FromPtr(p.NoLocal, inventory.Of(false)), not),
			KeyWrites:     inventory.Map(inventory.FromPtr(p.NoKeyWrites, inventory.Of(false)), not),
			Subnets:       inventory.FromPtr(p.Subnets, inventory.Unanswered[bool](asked, "isVirtualNetworkFilterEnabled")),
			Ranges:        access.Ranges(p.IPRules, func(r ipRule) *string { return r.Value }, inventory.Unanswered[[]string](asked, "ipRules"), asked, "ipRules.ipAddressOrRange"),
			Connections:   access.Connections(p.Connections, asked), // left out where there are none
			// The default has changed from TLS 1.0 to 1.2.
			MinimumTLS: inventory.FromPtr(p.MinimumTLS, inventory.Unanswered[string](asked, "minimalTlsVersion")),
		}
		if p.Locations != nil {
			all := []string{}
			for _, l := range *p.Locations {
				all = append(all, l.Name)
			}
			a.Locations = inventory.Of(all)
		}
		return a
	}),
}

// capable reports whether the account was made with a capability.
func (p properties) capable(name string) inventory.Known[bool] {
	if p.Capabilities == nil {
		return inventory.Unanswered[bool](asked, "capabilities")
	}
	return inventory.Of(slices.ContainsFunc(*p.Capabilities, func(c struct {
		Name string `json:"name"`
	}) bool {
		return strings.EqualFold(c.Name, name)
	}))
}

// api is the API that the account was made for: its kind says MongoDB, its
// capabilities the others; an account with neither is for NoSQL.
func (p properties) api(kind string) inventory.Known[string] {
	if strings.EqualFold(kind, "MongoDB") {
		return inventory.Of("MongoDB")
	}
	if p.Capabilities == nil {
		return inventory.Unanswered[string](asked, "capabilities")
	}
	for capability, api := range map[string]string{"EnableMongo": "MongoDB", "EnableCassandra": "Cassandra", "EnableGremlin": "Gremlin", "EnableTable": "Table"} {
		if has, ok := p.capable(capability).Peek(); ok && has {
			return inventory.Of(api)
		}
	}
	return inventory.Of("NoSQL")
}
