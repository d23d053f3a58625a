package storage

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

const version = "?api-version=2024-01-01"

// unsupported is the code of the answer about a service that accounts of this
// kind lack: blobs in an account for files, files in an account for blobs.
const unsupported = "FeatureNotSupportedForAccount"

// A BlobService holds the settings of an account's blobs.
type BlobService struct {
	Absent              bool // accounts of this kind hold no blobs
	Versioning          bool
	DeleteRetention     int // days; 0: deleted blobs are gone
	ContainersRetention int
}

type retention struct {
	Enabled bool `json:"enabled"`
	Days    int  `json:"days"`
}

func (r retention) days() int {
	if !r.Enabled {
		return 0
	}
	return r.Days
}

// AccountBlob fetches Account.Blob.
var AccountBlob = &inventory.Field[Account, BlobService]{
	Of: Accounts, Column: "blob", Actions: []string{"Microsoft.Storage/storageAccounts/blobServices/read"},
	At: func(a *Account) *inventory.Known[BlobService] { return &a.Blob },
	Fetch: func(ctx context.Context, s inventory.Scope, a *Account) (BlobService, error) {
		out, err := azure.Get[struct {
			Properties struct {
				IsVersioningEnabled            bool      `json:"isVersioningEnabled"`
				DeleteRetentionPolicy          retention `json:"deleteRetentionPolicy"`
				ContainerDeleteRetentionPolicy retention `json:"containerDeleteRetentionPolicy"`
			} `json:"properties"`
		}](ctx, s, a.Full+"/blobServices/default"+version)
		if azure.Code(err, unsupported) {
			return BlobService{Absent: true}, nil
		}
		if err != nil {
			return BlobService{}, azure.Gone(err)
		}
		p := out.Properties // what was never set is absent and off
		return BlobService{false, p.IsVersioningEnabled, p.DeleteRetentionPolicy.days(), p.ContainerDeleteRetentionPolicy.days()}, nil
	},
}

// A Container holds blobs.
type Container struct {
	inventory.Resource
	AccountID    string                  // full id of the account
	PublicAccess inventory.Known[string] // "None"; "Blob" or "Container" for what anybody may read
}

// Containers lists the containers of the accounts that let containers be
// public. Those of the others are not asked for: nothing in them is.
var Containers = &inventory.Type[Container]{
	Kind: "azure.storage.Container", Level: inventory.AtAccount, Model: inventory.Serverless,
	Actions: []string{"Microsoft.Storage/storageAccounts/blobServices/containers/read"},
	Under: inventory.Under(Accounts, func(ctx context.Context, s inventory.Scope, a *Account) iter.Seq2[*Container, error] {
		return func(yield func(*Container, error) bool) {
			if public, known := a.BlobPublicAccess.Peek(); known && !public {
				return
			}
			all, err := azure.GetAll[struct {
				ID         string `json:"id"`
				Name       string `json:"name"`
				Properties struct {
					PublicAccess *string `json:"publicAccess"`
				} `json:"properties"`
			}](ctx, s, a.Full+"/blobServices/default/containers"+version)
			if azure.Code(err, unsupported) {
				return
			}
			for _, c := range all {
				row := &Container{
					Resource: inventory.Resource{
						ID: a.ID + "/" + c.Name, Full: strings.ToLower(c.ID), Name: c.Name, Account: a.Account, Region: a.Region,
						Tags: inventory.Of(map[string]string(nil)), // containers have none
					},
					AccountID:    a.Full,
					PublicAccess: inventory.FromPtr(c.Properties.PublicAccess, inventory.Unanswered[string]("ARM microsoft.storage/storageaccounts/blobservices/containers", "publicAccess")),
				}
				if !yield(row, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, azure.Gone(err))
			}
		}
	}),
}
