package keyvault

import (
	"context"
	"iter"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

const version = "?api-version=2023-07-01"

// An Item is a key or a secret, by its current version.
type Item struct {
	inventory.Resource
	VaultID string // full id of the vault
	Enabled inventory.Known[bool]
	Expires inventory.Known[int64] // seconds since 1970; 0: never
}

// A Key is a key of a vault.
type Key struct {
	Item

	Rotation inventory.Known[Rotation] `fetch:"-"`
}

// Rotation says how a key is made anew.
type Rotation struct {
	Actions     []string // of its rotation policy: "rotate", "notify"
	Certificate bool     // it is a certificate's, and made anew with it
}

// A Secret is a secret of a vault. Its value is in no answer of the management plane.
type Secret struct{ Item }

// Keys lists the keys of key vaults.
var Keys = &inventory.Type[Key]{
	Kind: "azure.keyvault.Key", Level: inventory.AtAccount, Model: inventory.Account, Actions: []string{"Microsoft.KeyVault/vaults/keys/read"},
	Under: inventory.Under(Vaults, items("keys", func(i Item) *Key { return &Key{Item: i} })),
}

// Secrets lists the secrets of key vaults.
var Secrets = &inventory.Type[Secret]{
	Kind: "azure.keyvault.Secret", Level: inventory.AtAccount, Model: inventory.Account, Actions: []string{"Microsoft.KeyVault/vaults/secrets/read"},
	Under: inventory.Under(Vaults, items("secrets", func(i Item) *Secret { return &Secret{i} })),
}

type itemJSON struct {
	ID         string            `json:"id"`
	Name       string            `json:"name"`
	Tags       map[string]string `json:"tags"`
	Properties struct {
		Attributes *struct {
			Enabled *bool  `json:"enabled"`
			Expires *int64 `json:"exp"`
		} `json:"attributes"`
	} `json:"properties"`
}

// items lists what a vault has of keys or of secrets.
func items[T any](what string, build func(Item) *T) func(context.Context, inventory.Scope, *Vault) iter.Seq2[*T, error] {
	call := "ARM microsoft.keyvault/vaults/" + what
	return func(ctx context.Context, s inventory.Scope, v *Vault) iter.Seq2[*T, error] {
		return func(yield func(*T, error) bool) {
			all, err := azure.GetAll[itemJSON](ctx, s, v.Full+"/"+what+version)
			for _, j := range all {
				i := Item{
					Resource: inventory.Resource{
						ID: v.ID + "/" + j.Name, Full: strings.ToLower(j.ID), Name: j.Name, Account: v.Account, Region: v.Region,
						Tags: inventory.Of(j.Tags),
					},
					VaultID: v.Full,
					Enabled: inventory.Unanswered[bool](call, "attributes.enabled"),
					Expires: inventory.Unanswered[int64](call, "attributes"),
				}
				if a := j.Properties.Attributes; a != nil {
					i.Enabled = inventory.FromPtr(a.Enabled, i.Enabled)
					i.Expires = inventory.FromPtr(a.Expires, inventory.Of[int64](0)) // absent where none was set ("Keys - List")
				}
				if !yield(build(i), nil) {
					return
				}
			}
			if err != nil {
				yield(nil, azure.Gone(err))
			}
		}
	}
}

// KeyRotation fetches Key.Rotation, which the listing of keys leaves out. For
// a key that nothing rotates it asks whether a certificate has it: then there
// is a secret of the same name that holds the certificate.
var KeyRotation = &inventory.Field[Key, Rotation]{
	Of: Keys, Column: "rotation", Actions: []string{"Microsoft.KeyVault/vaults/keys/read", "Microsoft.KeyVault/vaults/secrets/read"},
	At: func(k *Key) *inventory.Known[Rotation] { return &k.Rotation },
	Fetch: func(ctx context.Context, s inventory.Scope, k *Key) (Rotation, error) {
		out, err := azure.Get[struct {
			Properties struct {
				Policy struct { // "Omitted if empty"
					Actions []struct {
						Action struct {
							Type string `json:"type"`
						} `json:"action"`
					} `json:"lifetimeActions"`
				} `json:"rotationPolicy"`
			} `json:"properties"`
		}](ctx, s, k.Full+version)
		if err != nil {
			return Rotation{}, azure.Gone(err)
		}
		r, rotates := Rotation{Actions: []string{}}, false
		for _, a := range out.Properties.Policy.Actions {
			r.Actions = append(r.Actions, strings.ToLower(a.Action.Type))
			rotates = rotates || strings.EqualFold(a.Action.Type, "rotate")
		}
		if rotates {
			return r, nil
		}
		secret, err := azure.Get[struct {
			Properties struct {
				ContentType string `json:"contentType"`
			} `json:"properties"`
		}](ctx, s, k.VaultID+"/secrets/"+strings.ToLower(k.Name)+version)
		if azure.NotFound(err) {
			return r, nil
		}
		// The content types of certificates ("About Key Vault certificates").
		switch strings.ToLower(secret.Properties.ContentType) {
		case "application/x-pkcs12", "application/x-pem-file":
			r.Certificate = true
		}
		return r, err
	},
}
