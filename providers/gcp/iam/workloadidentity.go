package iam

import (
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Provider is a provider of a workload identity pool: whose tokens are taken
// for identities of Google Cloud.
type Provider struct {
	inventory.Resource
	State       inventory.Known[string] // "ACTIVE", or "DELETED" for thirty days
	Disabled    inventory.Known[bool]
	Kind        inventory.Known[string] // "oidc", "aws", "saml" or "x509"
	Issuer      inventory.Known[string] // of an OIDC provider; "" for others
	Conditioned inventory.Known[bool]   // whether an attribute condition narrows whose tokens are taken
}

// Pool is the full id of the pool that the provider is of.
func (p *Provider) Pool() string {
	pool, _, _ := strings.Cut(p.Full, "/providers/")
	return pool
}

// A Pool is a workload identity pool. While it is deleted or disabled, none of
// its providers' tokens are taken.
type Pool struct {
	inventory.Resource
	State    inventory.Known[string] // "ACTIVE", or "DELETED" for thirty days
	Disabled inventory.Known[bool]
}

var pools = gcp.Resources("iam.googleapis.com/WorkloadIdentityPool")

// Pools lists the workload identity pools of a project.
var Pools = &inventory.Type[Pool]{
	Kind: "gcp.iam.WorkloadIdentityPool", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{pools},
	List: gcp.List(pools, func(r inventory.Resource, j struct {
		State    *string `json:"state"`
		Disabled *bool   `json:"disabled"`
	}) *Pool {
		return &Pool{
			Resource: r, State: inventory.FromPtr(j.State, inventory.Unanswered[string]("Cloud Asset Inventory iam.googleapis.com/WorkloadIdentityPool", "state")),
			// A boolean, which JSON leaves out where it is false.
			Disabled: inventory.FromPtr(j.Disabled, inventory.Of(false)),
		}
	}),
}

var providers = gcp.Resources("iam.googleapis.com/WorkloadIdentityPoolProvider")

const askedProviders = "Cloud Asset Inventory iam.googleapis.com/WorkloadIdentityPoolProvider"

type provider struct {
	State     *string `json:"state"`
	Disabled  *bool   `json:"disabled"`
	Condition string  `json:"attributeCondition"`
	OIDC      *struct {
		Issuer *string `json:"issuerUri"`
	} `json:"oidc"`
	AWS  *struct{} `json:"aws"`
	SAML *struct{} `json:"saml"`
	X509 *struct{} `json:"x509"`
}

// Providers lists the providers of a project's workload identity pools.
var Providers = &inventory.Type[Provider]{
	Kind: "gcp.iam.WorkloadIdentityPoolProvider", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{providers},
	List: gcp.List(providers, func(r inventory.Resource, j provider) *Provider {
		// The reference, "WorkloadIdentityPoolProvider": disabled is a boolean,
		// which JSON leaves out where it is false; the condition is optional, and
		// without one all valid credentials are taken.
		condition := strings.TrimSpace(j.Condition)
		out := &Provider{
			Resource:    r,
			State:       inventory.FromPtr(j.State, inventory.Unanswered[string](askedProviders, "state")),
			Disabled:    inventory.FromPtr(j.Disabled, inventory.Of(false)),
			Conditioned: inventory.Of(condition != "" && condition != "true"),
			Issuer:      inventory.Of(""),
			Kind:        inventory.Unanswered[string](askedProviders, "the kind of provider"),
		}
		switch {
		case j.OIDC != nil:
			out.Kind = inventory.Of("oidc")
			out.Issuer = inventory.FromPtr(j.OIDC.Issuer, inventory.Unanswered[string](askedProviders, "oidc.issuerUri"))
		case j.AWS != nil:
			out.Kind = inventory.Of("aws")
		case j.SAML != nil:
			out.Kind = inventory.Of("saml")
		case j.X509 != nil:
			out.Kind = inventory.Of("x509")
		}
		return out
	}),
}
