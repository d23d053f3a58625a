package sql

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Database is a database, or a dedicated SQL pool, of a logical server. The
// system database master, which Azure runs and nobody can encrypt, is left out.
type Database struct {
	inventory.Resource
	Encrypted inventory.Known[bool] `fetch:"-"` // transparently
}

var databaseQuery = azure.Resources("Resources", "microsoft.sql/servers/databases")

// Databases lists the databases of a subscription.
var Databases = &inventory.Type[Database]{
	Kind: "azure.sql.Database", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, databaseQuery},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Database, error] {
		return func(yield func(*Database, error) bool) {
			for d, err := range azure.List(databaseQuery, databaseOf)(ctx, s) {
				if err == nil && strings.HasSuffix(d.Full, "/databases/master") {
					continue
				}
				if !yield(d, err) {
					return
				}
			}
		}
	},
}

// databaseOf names a database after its server too: the names of databases
// are seldom unique.
func databaseOf(r inventory.Resource, _ azure.Row, _ struct{}) *Database {
	if parent, name, ok := strings.Cut(r.Full, "/databases/"); ok {
		r.ID = parent[strings.LastIndex(parent, "/")+1:] + "/" + name
		r.Name = r.ID
	}
	return &Database{Resource: r}
}

// DatabaseEncrypted fetches Database.Encrypted.
var DatabaseEncrypted = &inventory.Field[Database, bool]{
	Of: Databases, Column: "encrypted", Actions: []string{"Microsoft.Sql/servers/databases/transparentDataEncryption/read"},
	At: func(d *Database) *inventory.Known[bool] { return &d.Encrypted },
	Fetch: func(ctx context.Context, s inventory.Scope, d *Database) (bool, error) {
		out, err := azure.Get[stateJSON](ctx, s, d.Full+"/transparentDataEncryption/current"+version)
		if err != nil {
			return false, gone(err)
		}
		return switched("ARM microsoft.sql/servers/databases/transparentdataencryption", out.Properties.State)
	},
}

// A ManagedInstance is an instance of SQL Server that Azure runs in a virtual network.
type ManagedInstance struct {
	inventory.Resource
	State          inventory.Known[string] // "Ready", "Stopped", "Deleting"
	PublicEndpoint inventory.Known[bool]
	MinimalTLS     inventory.Known[string]
}

type instanceProperties struct {
	State          *string `json:"state"`
	PublicEndpoint *bool   `json:"publicDataEndpointEnabled"`
	MinimalTLS     *string `json:"minimalTlsVersion"`
}

var instanceQuery = azure.Resources("Resources", "microsoft.sql/managedinstances")

// ManagedInstances lists the managed instances of a subscription.
var ManagedInstances = &inventory.Type[ManagedInstance]{
	Kind: "azure.sql.ManagedInstance", Level: inventory.AtAccount, Model: inventory.PaaS, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, instanceQuery},
	List: azure.List(instanceQuery, func(r inventory.Resource, _ azure.Row, p instanceProperties) *ManagedInstance {
		const asked = "Resource Graph microsoft.sql/managedinstances"
		return &ManagedInstance{
			Resource:       r,
			State:          inventory.FromPtr(p.State, inventory.Unanswered[string](asked, "state")),
			PublicEndpoint: inventory.FromPtr(p.PublicEndpoint, inventory.Unanswered[bool](asked, "publicDataEndpointEnabled")),
			MinimalTLS:     inventory.FromPtr(p.MinimalTLS, inventory.Unanswered[string](asked, "minimalTlsVersion")),
		}
	}),
}
