// Package entra collects the directory of a tenant through Microsoft Graph:
// its policies, its users, its roles and its applications.
package entra

import (
	"context"
	"iter"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Tenant is the directory itself: what is set once for all of it.
type Tenant struct {
	inventory.Resource

	SecurityDefaults  inventory.Known[bool]                      `fetch:"-"`
	Licences          inventory.Known[Licences]                  `fetch:"-"`
	ConditionalAccess inventory.Known[[]ConditionalAccessPolicy] `fetch:"-"`
	NamedLocations    inventory.Known[[]NamedLocation]           `fetch:"-"`
	Authorization     inventory.Known[AuthorizationPolicy]       `fetch:"-"`
	Groups            inventory.Known[GroupSettings]             `fetch:"-"`
	Passwords         inventory.Known[PasswordRules]             `fetch:"-"`
	Methods           inventory.Known[AuthenticationMethods]     `fetch:"-"`
	AdminConsent      inventory.Known[bool]                      `fetch:"-"` // whether users can ask administrators for consent
}

// Tenants is the one row of the tenant.
var Tenants = &inventory.Type[Tenant]{
	Kind: "azure.entra.Tenant", Level: inventory.AtOrganization, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Tenant, error] {
		return func(yield func(*Tenant, error) bool) {
			t := azure.From(s).Tenant
			yield(&Tenant{Resource: resource(s, t.ID, "/tenants/"+t.ID, t.Name)}, nil)
		}
	},
}

// resource names a row of the directory, which has no tags.
func resource(s inventory.Scope, id, full, name string) inventory.Resource {
	return inventory.Resource{
		ID: id, Full: full, Name: name, Account: azure.From(s).ID,
		Tags: inventory.Of(map[string]string(nil)),
	}
}

// TenantSecurityDefaults fetches Tenant.SecurityDefaults.
var TenantSecurityDefaults = &inventory.Field[Tenant, bool]{
	Of: Tenants, Column: "securityDefaults", Actions: []string{"Policy.Read.All"},
	At: func(t *Tenant) *inventory.Known[bool] { return &t.SecurityDefaults },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) (bool, error) {
		return flag(ctx, s, "/v1.0/policies/identitySecurityDefaultsEnforcementPolicy")
	},
}

// TenantAdminConsent fetches Tenant.AdminConsent.
var TenantAdminConsent = &inventory.Field[Tenant, bool]{
	Of: Tenants, Column: "adminConsent", Actions: []string{"Policy.Read.All"},
	At: func(t *Tenant) *inventory.Known[bool] { return &t.AdminConsent },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) (bool, error) {
		return flag(ctx, s, "/v1.0/policies/adminConsentRequestPolicy")
	},
}

// flag reads the property isEnabled of a policy.
func flag(ctx context.Context, s inventory.Scope, path string) (bool, error) {
	out, err := azure.Entra[struct {
		IsEnabled *bool `json:"isEnabled"`
	}](ctx, s, path)
	if err != nil {
		return false, err
	}
	if out.IsEnabled == nil {
		return false, lacking(path, "isEnabled")
	}
	return *out.IsEnabled, nil
}

// Licences says which editions of Microsoft Entra ID the tenant has.
type Licences struct {
	P1 bool // P2 holds all of P1
	P2 bool
}

// licences is asked first: other calls are refused where a licence is missing.
var licences = &inventory.Call[Licences]{
	Title: "azure.entra.subscribedSkus", Level: inventory.AtOrganization, Actions: []string{"Organization.Read.All"},
	Do: func(ctx context.Context, s inventory.Scope) (l Licences, err error) {
		const path = "/subscribedSkus"
		skus, err := azure.EntraAll[struct {
			CapabilityStatus string `json:"capabilityStatus"`
			ServicePlans     *[]struct {
				Name *string `json:"servicePlanName"`
			} `json:"servicePlans"`
		}](ctx, s, "/v1.0"+path)
		if err != nil {
			return Licences{}, err
		}
		for _, sku := range skus {
			if sku.ServicePlans == nil {
				return Licences{}, lacking(path, "servicePlans")
			}
			// "Enabled, Warning, Suspended, Deleted, LockedOut": the last three give nothing.
			if sku.CapabilityStatus == "Suspended" || sku.CapabilityStatus == "Deleted" || sku.CapabilityStatus == "LockedOut" {
				continue
			}
			for _, plan := range *sku.ServicePlans {
				if plan.Name == nil { // it might be the licence that a call asks for
					return Licences{}, lacking(path, "servicePlanName")
				}
				l.P1 = l.P1 || *plan.Name == "AAD_PREMIUM" || *plan.Name == "AAD_PREMIUM_P2"
				l.P2 = l.P2 || *plan.Name == "AAD_PREMIUM_P2"
			}
		}
		return l, nil
	},
}

// TenantLicences fetches Tenant.Licences.
var TenantLicences = &inventory.Field[Tenant, Licences]{
	Of: Tenants, Column: "licences", Uses: []inventory.Source{licences},
	At: func(t *Tenant) *inventory.Known[Licences] { return &t.Licences },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) (Licences, error) {
		return licences.Get(ctx, s)
	},
}
