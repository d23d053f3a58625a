// Package inventory holds the typed inventory of cloud accounts: what a kind
// of resource looks like, how it is listed, how its costlier fields are
// fetched, and what could not be read. It knows no cloud.
package inventory

import "strings"

// A Level is a storey of the tree of scopes. A Type names the one at which it
// is listed.
type Level uint8

// The levels, from the root of the tree to its leaves.
const (
	AtOrganization Level = iota // an organization, a tenant, a folder
	AtAccount                   // an account, a subscription, a project
	AtRegion                    // a region of an account
)

// A Scope is one place to ask: an organization, an account, or a region of an
// account.
type Scope struct {
	Level    Level  `json:"level"`
	Provider string `json:"provider"`
	Account  string `json:"account,omitempty"`
	Region   string `json:"region,omitempty"`
	Session  any    `json:"-"` // the provider's own; never a service client (the linker would keep all its operations)
	Up       *Scope `json:"-"` // the scope above, whose Calls are shared by all that are below it; see Root

	calls *memo // the answers of the Calls made here
}

// Root readies s to be the Up of several accounts' scopes: a Call at its level
// is made once, however many accounts build on it.
func (s Scope) Root() *Scope {
	s.calls = &memo{}
	return &s
}

// at is the scope of the level that a Call is made at: s, or one above it.
func (s Scope) at(l Level) Scope {
	for s.Level > l && s.Up != nil {
		s = *s.Up
	}
	return s
}

func (s Scope) String() string {
	parts := []string{s.Provider}
	for _, p := range []string{s.Account, s.Region} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, "/")
}

// A Resource says which resource a row is about. Every row type embeds it.
// The account and the region are the resource's own, read off its full id,
// not those of the scope that happened to answer.
type Resource struct {
	Kind    string `json:"kind"`
	ID      string `json:"id"`             // the provider's short id
	Full    string `json:"full"`           // the full id, unique in the provider: a resource name or path
	Name    string `json:"name,omitempty"` // what people call it, where that differs from ID
	Account string `json:"account"`
	Region  string `json:"region,omitempty"`

	Tags Known[map[string]string] `json:"tags"`

	// NodesBy says who manages the machines that a cluster runs on, where the
	// service leaves that to choice; empty where its service model says it.
	NodesBy Party `json:"nodesBy,omitempty"`
}

// A Party is one of the two that share responsibility.
type Party string

// The parties.
const (
	ByCustomer Party = "customer"
	ByProvider Party = "provider"
)

func (r *Resource) resource() *Resource { return r }

// A row is a pointer to a struct that embeds Resource.
type row interface{ resource() *Resource }

// ResourceOf returns the Resource that row embeds; row is a pointer to a row
// type of some Type.
func ResourceOf(r any) *Resource { return r.(row).resource() }

// A Model is a service model of the responsibility matrix: which layers the
// provider runs for the customer.
type Model string

// The service models. Account holds what belongs to no workload: users,
// trails, contacts, account-wide settings.
const (
	Account    Model = "account"
	IaaS       Model = "iaas"
	PaaS       Model = "paas"
	Serverless Model = "serverless"
	SaaS       Model = "saas"
)

// Models lists the service models in the order of the matrix's columns.
var Models = []Model{IaaS, PaaS, Serverless, SaaS, Account}
