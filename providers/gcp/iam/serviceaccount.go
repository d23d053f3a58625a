package iam

import (
	"context"
	"iter"
	"strings"
	"time"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A ServiceAccount is an identity for programs. Its id is its address; its
// full id holds the unique id, which is never given anew.
type ServiceAccount struct {
	inventory.Resource
	Disabled inventory.Known[bool]

	LastUsed inventory.Known[time.Time] `fetch:"-"` // the day; zero: not within UsageDays
}

// A Key is a key of a service account that the customer keeps: one that Google
// keeps, and rotates by itself, is not listed.
type Key struct {
	inventory.Resource
	Owner     string                     // the service account, by its address or its unique id
	Origin    inventory.Known[string]    // "GOOGLE_PROVIDED", or "USER_PROVIDED" where its public half was uploaded
	Disabled  inventory.Known[bool]      //
	ValidFrom inventory.Known[time.Time] // when it was made, or what the uploaded certificate says
	ValidTill inventory.Known[time.Time] // the year 9999 where it does not expire

	LastUsed inventory.Known[time.Time] `fetch:"-"` // the day; zero: not within UsageDays
}

var (
	accounts = gcp.Resources("iam.googleapis.com/ServiceAccount")
	keys     = gcp.Resources("iam.googleapis.com/ServiceAccountKey")
)

const askedKeys = "Cloud Asset Inventory iam.googleapis.com/ServiceAccountKey"

// ServiceAccounts lists the service accounts that belong to a project.
var ServiceAccounts = &inventory.Type[ServiceAccount]{
	Kind: "gcp.iam.ServiceAccount", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{accounts},
	List: gcp.List(accounts, func(r inventory.Resource, j struct {
		Email    string `json:"email"`
		Disabled *bool  `json:"disabled"`
	}) *ServiceAccount {
		if j.Email != "" {
			r.ID = j.Email
		}
		// The reference, "ServiceAccount": a boolean, which JSON leaves out where
		// it is false.
		return &ServiceAccount{Resource: r, Disabled: inventory.FromPtr(j.Disabled, inventory.Of(false))}
	}),
}

type key struct {
	Name     string     `json:"name"`
	Type     string     `json:"keyType"`
	Origin   *string    `json:"keyOrigin"`
	Disabled *bool      `json:"disabled"`
	From     *time.Time `json:"validAfterTime"`
	Till     *time.Time `json:"validBeforeTime"`
}

// Keys lists the keys of service accounts that the customer keeps.
var Keys = &inventory.Type[Key]{
	Kind: "gcp.iam.ServiceAccountKey", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{keys},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Key, error] {
		return func(yield func(*Key, error) bool) {
			for k, err := range everyKey(ctx, s) {
				if k == nil && err == nil {
					continue // Google keeps it
				}
				if !yield(k, err) {
					return
				}
			}
		}
	},
}

var everyKey = gcp.List(keys, func(r inventory.Resource, j key) *Key {
	if j.Type == "SYSTEM_MANAGED" {
		return nil
	}
	owner := accountOf(j.Name)
	if owner == "" {
		owner = accountOf(r.Full)
	}
	r.Name = owner + " " + r.ID
	return &Key{
		Resource: r, Owner: owner,
		Origin: inventory.FromPtr(j.Origin, inventory.Unanswered[string](askedKeys, "keyOrigin")),
		// The reference, "ServiceAccountKey": a boolean, which JSON leaves out
		// where it is false.
		Disabled:  inventory.FromPtr(j.Disabled, inventory.Of(false)),
		ValidFrom: inventory.FromPtr(j.From, inventory.Unanswered[time.Time](askedKeys, "validAfterTime")),
		ValidTill: inventory.FromPtr(j.Till, inventory.Unanswered[time.Time](askedKeys, "validBeforeTime")),
	}
})

// accountOf is the account that the name of a key holds, by its address or its
// unique id.
func accountOf(name string) string {
	_, rest, _ := strings.Cut(name, "/serviceAccounts/")
	account, _, _ := strings.Cut(rest, "/")
	return account
}

// KeysOf finds the keys of a service account, by its address or its unique id:
// names of keys hold the one or the other.
var KeysOf = &inventory.Index[Key]{Of: Keys, Keys: func(_ inventory.Reader, k *Key) []string {
	if full := accountOf(k.Full); full != "" && full != k.Owner {
		return []string{k.Owner, full}
	}
	return []string{k.Owner}
}}

// UniqueID is the id of a service account that is never given anew.
func (a *ServiceAccount) UniqueID() string { return a.Full[strings.LastIndexByte(a.Full, '/')+1:] }
