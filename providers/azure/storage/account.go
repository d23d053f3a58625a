// Package storage collects Azure Storage accounts.
package storage

import (
	"context"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// An Account is a storage account.
type Account struct {
	inventory.Resource
	HTTPSOnly        inventory.Known[bool]
	MinimumTLS       inventory.Known[string] // "TLS1_0" and so on
	BlobPublicAccess inventory.Known[bool]   // whether containers may be made public
	SharedKeyAccess  inventory.Known[bool]
	DefaultAction    inventory.Known[string] // "Allow" or "Deny", of its network rules
	PublicNetwork    inventory.Known[string] // "Enabled", "Disabled", "SecuredByPerimeter"

	Blob inventory.Known[BlobService] `fetch:"-"`
}

// A BlobService holds the settings of an account's blobs.
type BlobService struct {
	Versioning          bool
	DeleteRetention     int // days; 0: deleted blobs are gone
	ContainersRetention int
}

type properties struct {
	HTTPSOnly        *bool   `json:"supportsHttpsTrafficOnly"`
	MinimumTLS       *string `json:"minimumTlsVersion"`
	BlobPublicAccess *bool   `json:"allowBlobPublicAccess"`
	SharedKeyAccess  *bool   `json:"allowSharedKeyAccess"`
	PublicNetwork    *string `json:"publicNetworkAccess"`
	NetworkACLs      *struct {
		DefaultAction *string `json:"defaultAction"`
	} `json:"networkAcls"`
}

var query = azure.Resources("Resources", "microsoft.storage/storageaccounts")

// Accounts lists the storage accounts of a subscription.
var Accounts = &inventory.Type[Account]{
	Kind: "azure.storage.Account", Level: inventory.AtAccount, Model: inventory.Serverless, Workload: true,
	Uses: []inventory.Source{azure.Subscriptions, query},
	List: azure.List(query, func(r inventory.Resource, _ azure.Row, p properties) *Account {
		// The defaults are those of the reference, "Storage Accounts - Get":
		// for an account that never set the property the service acts as below.
		a := &Account{
			Resource:         r,
			HTTPSOnly:        inventory.FromPtr(p.HTTPSOnly, inventory.Unanswered[bool](asked, "supportsHttpsTrafficOnly")),
			MinimumTLS:       inventory.FromPtr(p.MinimumTLS, inventory.Of("TLS1_0")), // "The default interpretation is TLS 1.0 for this property"
			BlobPublicAccess: inventory.FromPtr(p.BlobPublicAccess, inventory.Unanswered[bool](asked, "allowBlobPublicAccess")),
			SharedKeyAccess:  inventory.FromPtr(p.SharedKeyAccess, inventory.Of(true)),    // "null … is equivalent to true"
			PublicNetwork:    inventory.FromPtr(p.PublicNetwork, inventory.Of("Enabled")), // accounts older than the property
			DefaultAction:    inventory.Unanswered[string](asked, "networkAcls.defaultAction"),
		}
		if p.NetworkACLs != nil {
			a.DefaultAction = inventory.FromPtr(p.NetworkACLs.DefaultAction, a.DefaultAction)
		}
		return a
	}),
}

const asked = "Resource Graph microsoft.storage/storageaccounts"

// AccountBlob fetches Account.Blob.
var AccountBlob = &inventory.Field[Account, BlobService]{
	Of: Accounts, Column: "blob", Actions: []string{"Microsoft.Storage/storageAccounts/blobServices/read"},
	At: func(a *Account) *inventory.Known[BlobService] { return &a.Blob },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Account) (BlobService, error) {
		type retention struct {
			Enabled bool `json:"enabled"`
			Days    int  `json:"days"`
		}
		out, err := azure.Get[struct {
			Properties struct {
				IsVersioningEnabled            bool      `json:"isVersioningEnabled"`
				DeleteRetentionPolicy          retention `json:"deleteRetentionPolicy"`
				ContainerDeleteRetentionPolicy retention `json:"containerDeleteRetentionPolicy"`
			} `json:"properties"`
		}](ctx, s, a.Full+"/blobServices/default?api-version=2024-01-01")
		if err != nil {
			return BlobService{}, azure.Gone(err)
		}
		days := func(r retention) int {
			if !r.Enabled {
				return 0
			}
			return r.Days
		}
		p := out.Properties
		return BlobService{p.IsVersioningEnabled, days(p.DeleteRetentionPolicy), days(p.ContainerDeleteRetentionPolicy)}, nil
	},
}
