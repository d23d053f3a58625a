// Package storage collects Azure Storage accounts, their blob containers and
// file shares, and the locks that keep them.
package storage

import (
	"encoding/json"
	"time"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// An Account is a storage account.
type Account struct {
	inventory.Resource
	SKU                    inventory.Known[string] // "Standard_LRS" and so on
	Hierarchical           inventory.Known[bool]   // whether its blobs are in directories (Data Lake Storage)
	HTTPSOnly              inventory.Known[bool]
	MinimumTLS             inventory.Known[string] // "TLS1_0" and so on
	BlobPublicAccess       inventory.Known[bool]   // whether containers may be made public
	SharedKeyAccess        inventory.Known[bool]
	EntraByDefault         inventory.Known[bool] // how the portal asks for data
	CrossTenantReplication inventory.Known[bool]
	DefaultAction          inventory.Known[string]   // "Allow" or "Deny", of its network rules
	Bypass                 inventory.Known[string]   // who passes by them: "None", "Logging, Metrics, AzureServices"
	PublicNetwork          inventory.Known[string]   // "Enabled", "Disabled", "SecuredByPerimeter"
	PrivateEndpoints       inventory.Known[[]string] // the states of their connections: "Approved" and so on
	KeySource              inventory.Known[string]   // "Microsoft.Storage" or "Microsoft.Keyvault"
	DoublyEncrypted        inventory.Known[bool]     // by the infrastructure too
	KeyReminderDays        inventory.Known[int]      // 0: nobody is reminded to regenerate the keys
	Keys                   inventory.Known[[]Key]
	CreatedAt              inventory.Known[time.Time]

	Blob   inventory.Known[BlobService] `fetch:"-"`
	File   inventory.Known[FileService] `fetch:"-"`
	Shares inventory.Known[Shares]      `fetch:"-"`
}

// A Key is one of an account's two access keys. Its value is never asked for.
type Key struct {
	Name      string
	CreatedAt time.Time // zero for a key that is older than the date
}

type connection struct {
	Properties struct {
		State struct {
			Status string `json:"status"`
		} `json:"privateLinkServiceConnectionState"`
	} `json:"properties"`
}

type properties struct {
	HTTPSOnly              *bool        `json:"supportsHttpsTrafficOnly"`
	Hierarchical           *bool        `json:"isHnsEnabled"`
	MinimumTLS             *string      `json:"minimumTlsVersion"`
	BlobPublicAccess       *bool        `json:"allowBlobPublicAccess"`
	SharedKeyAccess        *bool        `json:"allowSharedKeyAccess"`
	EntraByDefault         *bool        `json:"defaultToOAuthAuthentication"`
	CrossTenantReplication *bool        `json:"allowCrossTenantReplication"`
	PublicNetwork          *string      `json:"publicNetworkAccess"`
	Created                *time.Time   `json:"creationTime"`
	Connections            []connection `json:"privateEndpointConnections"`
	NetworkACLs            *struct {
		DefaultAction *string `json:"defaultAction"`
		Bypass        *string `json:"bypass"`
	} `json:"networkAcls"`
	Encryption *struct {
		KeySource      *string `json:"keySource"`
		Infrastructure *bool   `json:"requireInfrastructureEncryption"`
	} `json:"encryption"`
	KeyPolicy *struct {
		Days *int `json:"keyExpirationPeriodInDays"`
	} `json:"keyPolicy"`
	KeyCreation *struct {
		Key1 *time.Time `json:"key1"`
		Key2 *time.Time `json:"key2"`
	} `json:"keyCreationTime"`
}

var query = azure.Resources("Resources", "microsoft.storage/storageaccounts")

// Accounts lists the storage accounts of a subscription.
var Accounts = &inventory.Type[Account]{
	Kind: "azure.storage.Account", Level: inventory.AtAccount, Model: inventory.Serverless, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, row azure.Row, p properties) *Account {
		// The defaults are those of the reference, "Storage Accounts - Get":
		// for an account that never set the property the service acts as below.
		a := &Account{
			Resource:               r,
			SKU:                    sku(row.SKU),
			Hierarchical:           inventory.FromPtr(p.Hierarchical, inventory.Of(false)), // "enabled if sets to true", at creation only
			HTTPSOnly:              inventory.FromPtr(p.HTTPSOnly, inventory.Unanswered[bool](asked, "supportsHttpsTrafficOnly")),
			MinimumTLS:             inventory.FromPtr(p.MinimumTLS, inventory.Of("TLS1_0")), // "The default interpretation is TLS 1.0 for this property"
			BlobPublicAccess:       inventory.FromPtr(p.BlobPublicAccess, inventory.Unanswered[bool](asked, "allowBlobPublicAccess")),
			SharedKeyAccess:        inventory.FromPtr(p.SharedKeyAccess, inventory.Of(true)),    // "null … is equivalent to true"
			EntraByDefault:         inventory.FromPtr(p.EntraByDefault, inventory.Of(false)),    // "The default interpretation is false for this property"
			PublicNetwork:          inventory.FromPtr(p.PublicNetwork, inventory.Of("Enabled")), // accounts older than the property
			CrossTenantReplication: inventory.FromPtr(p.CrossTenantReplication, replicated(p.Created)),
			CreatedAt:              inventory.FromPtr(p.Created, inventory.Unanswered[time.Time](asked, "creationTime")),
			DefaultAction:          inventory.Unanswered[string](asked, "networkAcls.defaultAction"),
			Bypass:                 inventory.Unanswered[string](asked, "networkAcls.bypass"),
			KeySource:              inventory.Unanswered[string](asked, "encryption.keySource"),
			DoublyEncrypted:        inventory.Unanswered[bool](asked, "encryption"),
			KeyReminderDays:        inventory.Of(0), // keyPolicy is null until a reminder is set ("Manage account access keys")
			Keys:                   inventory.Unanswered[[]Key](asked, "keyCreationTime"),
		}
		if n := p.NetworkACLs; n != nil {
			a.DefaultAction = inventory.FromPtr(n.DefaultAction, a.DefaultAction)
			a.Bypass = inventory.FromPtr(n.Bypass, a.Bypass)
		}
		if e := p.Encryption; e != nil {
			a.KeySource = inventory.FromPtr(e.KeySource, a.KeySource)
			a.DoublyEncrypted = inventory.FromPtr(e.Infrastructure, inventory.Of(false)) // it is only there where it was asked for at creation
		}
		if k := p.KeyPolicy; k != nil {
			a.KeyReminderDays = inventory.FromPtr(k.Days, inventory.Unanswered[int](asked, "keyPolicy.keyExpirationPeriodInDays"))
		}
		if k := p.KeyCreation; k != nil {
			a.Keys = inventory.Of([]Key{{"key1", dated(k.Key1)}, {"key2", dated(k.Key2)}})
		}
		states := []string{} // an account without private endpoints has an empty list, or none
		for _, c := range p.Connections {
			states = append(states, c.Properties.State.Status)
		}
		a.PrivateEndpoints = inventory.Of(states)
		return a
	}),
}

const asked = "Resource Graph microsoft.storage/storageaccounts"

func sku(raw json.RawMessage) inventory.Known[string] {
	var s struct {
		Name *string `json:"name"`
	}
	_ = json.Unmarshal(raw, &s) // what it does not hold is unanswered
	return inventory.FromPtr(s.Name, inventory.Unanswered[string](asked, "sku.name"))
}

// dated is the date of a key; zero for null: "Older accounts may have a null
// value", until the key is regenerated ("Manage account access keys").
func dated(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return *t
}

// replicated says what it means that allowCrossTenantReplication is not set:
// "permitted when the property value is null or true" for accounts made before
// 15 December 2023; for younger ones the service sets the property.
func replicated(created *time.Time) inventory.Known[bool] {
	if created != nil && created.Before(time.Date(2023, 12, 15, 0, 0, 0, 0, time.UTC)) {
		return inventory.Of(true)
	}
	return inventory.Unanswered[bool](asked, "allowCrossTenantReplication")
}
