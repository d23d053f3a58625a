package entra

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A ConditionalAccessPolicy says who, at what, under which conditions, has to
// do what in order to sign in.
type ConditionalAccessPolicy struct {
	ID, Name       string
	State          inventory.Known[string] // "enabled", "disabled", "enabledForReportingButNotEnforced"
	Users          PolicyUsers
	Applications   PolicyApplications
	ClientAppTypes inventory.Known[[]string]
	SignInRisk     inventory.Known[[]string]
	UserRisk       inventory.Known[[]string]
	Flows          inventory.Known[[]string] // of authentication: "deviceCodeFlow", "authenticationTransfer"
	Narrowed       inventory.Known[[]string] // further conditions that it is bound to: "locations" and so on
	Grant          Grant
}

// PolicyUsers are those that a policy is for.
type PolicyUsers struct {
	Include, Exclude             inventory.Known[[]string] // ids, "All", "None", "GuestsOrExternalUsers"
	IncludeRoles, ExcludeRoles   inventory.Known[[]string] // ids of role templates
	ExcludeGroups                inventory.Known[[]string]
	IncludeGuests, ExcludeGuests inventory.Known[[]string] // kinds of guests
}

// PolicyApplications are what a policy guards.
type PolicyApplications struct {
	Include, Exclude inventory.Known[[]string] // ids, "All", "Office365", "MicrosoftAdminPortals"
}

// Grant is what a policy asks for.
type Grant struct {
	Operator inventory.Known[string]   // "AND" or "OR"
	Controls inventory.Known[[]string] // "mfa", "block", "compliantDevice" and so on
	Strength inventory.Known[string]   // of the authentication: "mfa" for one that needs a second factor; "" for none
	Others   inventory.Known[int]      // terms of use and third parties' factors
}

// RequiresMFA reports whether nobody gets past the policy without a second
// factor: it is asked for, and nothing else does instead.
func (g Grant) RequiresMFA() inventory.Known[bool] {
	return inventory.Then(g.Controls, func(controls []string) inventory.Known[bool] {
		return inventory.Then(g.Strength, func(strength string) inventory.Known[bool] {
			if !slices.Contains(controls, "mfa") && strength != "mfa" {
				return inventory.Of(false)
			}
			return inventory.Then(g.Operator, func(op string) inventory.Known[bool] {
				if op == "AND" {
					return inventory.Of(true)
				}
				return inventory.Map(g.Others, func(others int) bool {
					weaker := slices.ContainsFunc(controls, func(c string) bool { return c != "mfa" })
					return others == 0 && !weaker && (strength == "" || strength == "mfa")
				})
			})
		})
	})
}

// Asks reports whether one of the controls is among those of the policy.
func (g Grant) Asks(controls ...string) inventory.Known[bool] {
	return inventory.Map(g.Controls, func(has []string) bool {
		return slices.ContainsFunc(has, func(c string) bool { return slices.Contains(controls, c) })
	})
}

const policiesPath = "/identity/conditionalAccess/policies"

type policyJSON struct {
	ID          string  `json:"id"`
	DisplayName string  `json:"displayName"`
	State       *string `json:"state"`
	Conditions  struct {
		Users struct {
			IncludeUsers  *[]string   `json:"includeUsers"`
			ExcludeUsers  *[]string   `json:"excludeUsers"`
			ExcludeGroups *[]string   `json:"excludeGroups"`
			IncludeRoles  *[]string   `json:"includeRoles"`
			ExcludeRoles  *[]string   `json:"excludeRoles"`
			IncludeGuests *guestsJSON `json:"includeGuestsOrExternalUsers"`
			ExcludeGuests *guestsJSON `json:"excludeGuestsOrExternalUsers"`
		} `json:"users"`
		Applications struct {
			IncludeApplications *[]string `json:"includeApplications"`
			ExcludeApplications *[]string `json:"excludeApplications"`
			ApplicationFilter   *struct{} `json:"applicationFilter"`
		} `json:"applications"`
		ClientAppTypes   *[]string `json:"clientAppTypes"`
		SignInRiskLevels *[]string `json:"signInRiskLevels"`
		UserRiskLevels   *[]string `json:"userRiskLevels"`
		InsiderRisk      *string   `json:"insiderRiskLevels"`
		Platforms        *struct {
			Include *[]string `json:"includePlatforms"`
			Exclude *[]string `json:"excludePlatforms"`
		} `json:"platforms"`
		Locations *struct {
			Include *[]string `json:"includeLocations"`
			Exclude *[]string `json:"excludeLocations"`
		} `json:"locations"`
		Devices *struct {
			Filter *struct{} `json:"deviceFilter"`
		} `json:"devices"`
		AuthenticationFlows *struct {
			TransferMethods *string `json:"transferMethods"`
		} `json:"authenticationFlows"`
	} `json:"conditions"`
	GrantControls *struct {
		Operator               *string   `json:"operator"`
		BuiltInControls        *[]string `json:"builtInControls"`
		TermsOfUse             *[]string `json:"termsOfUse"`
		Custom                 *[]string `json:"customAuthenticationFactors"`
		AuthenticationStrength *struct {
			ID        string  `json:"id"`
			Satisfies *string `json:"requirementsSatisfied"`
		} `json:"authenticationStrength"`
	} `json:"grantControls"`
}

type guestsJSON struct {
	Types *string `json:"guestOrExternalUserTypes"`
}

// TenantConditionalAccess fetches Tenant.ConditionalAccess. A tenant without
// the licence is refused and has none.
var TenantConditionalAccess = &inventory.Field[Tenant, []ConditionalAccessPolicy]{
	Of: Tenants, Column: "conditionalAccess", Actions: []string{"Policy.Read.All"}, Uses: []inventory.Source{licences},
	At: func(t *Tenant) *inventory.Known[[]ConditionalAccessPolicy] { return &t.ConditionalAccess },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) ([]ConditionalAccessPolicy, error) {
		out, err := azure.EntraAll[policyJSON](ctx, s, "/v1.0"+policiesPath)
		if err != nil {
			if l, unsure := licences.Get(ctx, s); unsure == nil && !l.P1 && refused(err) {
				return nil, nil
			}
			return nil, err
		}
		all := make([]ConditionalAccessPolicy, 0, len(out))
		for _, p := range out {
			all = append(all, policyOf(p))
		}
		return all, nil
	},
}

// refused reports whether the answer was 403.
func refused(err error) bool {
	var answer *azcore.ResponseError
	return errors.As(err, &answer) && answer.StatusCode == http.StatusForbidden
}

func policyOf(j policyJSON) ConditionalAccessPolicy {
	get := func(p *[]string, what string) inventory.Known[[]string] { return answered(policiesPath, p, what) }
	guests := func(g *guestsJSON) inventory.Known[[]string] { // null where not chosen
		if g == nil {
			return inventory.Of[[]string](nil)
		}
		return inventory.Map(answered(policiesPath, g.Types, "guestOrExternalUserTypes"), words)
	}
	c := j.Conditions
	p := ConditionalAccessPolicy{
		ID: j.ID, Name: j.DisplayName, State: answered(policiesPath, j.State, "state"),
		Users: PolicyUsers{
			Include: get(c.Users.IncludeUsers, "users.includeUsers"), Exclude: get(c.Users.ExcludeUsers, "users.excludeUsers"),
			IncludeRoles: get(c.Users.IncludeRoles, "users.includeRoles"), ExcludeRoles: get(c.Users.ExcludeRoles, "users.excludeRoles"),
			ExcludeGroups: get(c.Users.ExcludeGroups, "users.excludeGroups"),
			IncludeGuests: guests(c.Users.IncludeGuests), ExcludeGuests: guests(c.Users.ExcludeGuests),
		},
		Applications: PolicyApplications{
			Include: get(c.Applications.IncludeApplications, "applications.includeApplications"),
			Exclude: get(c.Applications.ExcludeApplications, "applications.excludeApplications"),
		},
		ClientAppTypes: get(c.ClientAppTypes, "clientAppTypes"),
		SignInRisk:     get(c.SignInRiskLevels, "signInRiskLevels"),
		UserRisk:       get(c.UserRiskLevels, "userRiskLevels"),
		Flows:          inventory.Of[[]string](nil), // conditions that are not set are null
		Narrowed:       narrowed(j),
	}
	if c.AuthenticationFlows != nil {
		p.Flows = inventory.Map(answered(policiesPath, c.AuthenticationFlows.TransferMethods, "authenticationFlows.transferMethods"), words)
	}
	p.Grant = grantOf(j)
	return p
}

// narrowed lists the conditions, other than risks and flows, that keep a
// policy from applying everywhere. One that is set has both of its lists.
func narrowed(j policyJSON) inventory.Known[[]string] {
	c := j.Conditions
	var by []string
	unsaid := func(what string) inventory.Known[[]string] {
		return inventory.Unanswered[[]string]("Microsoft Graph "+policiesPath, what)
	}
	partly := func(include, exclude []string, everything string) bool {
		return len(exclude) > 0 || len(include) > 0 && !slices.Contains(include, everything)
	}
	if p := c.Platforms; p != nil {
		if p.Include == nil || p.Exclude == nil {
			return unsaid("the platforms")
		}
		if partly(*p.Include, *p.Exclude, "all") {
			by = append(by, "platforms")
		}
	}
	if l := c.Locations; l != nil {
		if l.Include == nil || l.Exclude == nil {
			return unsaid("the locations")
		}
		if partly(*l.Include, *l.Exclude, "All") {
			by = append(by, "locations")
		}
	}
	if c.Devices != nil && c.Devices.Filter != nil {
		by = append(by, "devices")
	}
	if c.Applications.ApplicationFilter != nil {
		by = append(by, "a filter of applications")
	}
	if c.InsiderRisk != nil && *c.InsiderRisk != "" {
		by = append(by, "insider risk")
	}
	return inventory.Of(by)
}

// grantOf reads what a policy asks for. A policy with session controls alone
// has no grantControls and asks for nothing.
func grantOf(j policyJSON) Grant {
	g := j.GrantControls
	if g == nil {
		return Grant{inventory.Of("OR"), inventory.Of[[]string](nil), inventory.Of(""), inventory.Of(0)}
	}
	out := Grant{
		Operator: answered(policiesPath, g.Operator, "grantControls.operator"),
		Controls: answered(policiesPath, g.BuiltInControls, "grantControls.builtInControls"),
		Strength: inventory.Of(""),
		Others:   inventory.Unanswered[int]("Microsoft Graph "+policiesPath, "termsOfUse or customAuthenticationFactors"),
	}
	if g.TermsOfUse != nil && g.Custom != nil {
		out.Others = inventory.Of(len(*g.TermsOfUse) + len(*g.Custom))
	}
	if st := g.AuthenticationStrength; st != nil {
		switch {
		case strings.HasPrefix(st.ID, "00000000-0000-0000-0000-00000000000"): // the built-in ones: multifactor, passwordless, phishing-resistant
			out.Strength = inventory.Of("mfa")
		case st.Satisfies == nil:
			out.Strength = inventory.Unanswered[string]("Microsoft Graph "+policiesPath, "authenticationStrength.requirementsSatisfied")
		default:
			out.Strength = inventory.Of(*st.Satisfies)
		}
	}
	return out
}

// words splits a multi-valued enumeration: "a,b".
func words(s string) (all []string) {
	for _, w := range strings.Split(s, ",") {
		if w = strings.TrimSpace(w); w != "" && w != "none" {
			all = append(all, w)
		}
	}
	return all
}

// A NamedLocation is a set of addresses or of countries.
type NamedLocation struct {
	Name    string
	Kind    string                // "ip" or "country"
	Trusted inventory.Known[bool] // never of countries
}

// TenantNamedLocations fetches Tenant.NamedLocations.
var TenantNamedLocations = &inventory.Field[Tenant, []NamedLocation]{
	Of: Tenants, Column: "namedLocations", Actions: []string{"Policy.Read.All"}, Uses: []inventory.Source{licences},
	At: func(t *Tenant) *inventory.Known[[]NamedLocation] { return &t.NamedLocations },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Tenant) ([]NamedLocation, error) {
		const path = "/identity/conditionalAccess/namedLocations"
		out, err := azure.EntraAll[struct {
			Type        string `json:"@odata.type"`
			DisplayName string `json:"displayName"`
			IsTrusted   *bool  `json:"isTrusted"`
		}](ctx, s, "/v1.0"+path)
		if err != nil {
			if l, unsure := licences.Get(ctx, s); unsure == nil && !l.P1 && refused(err) {
				return nil, nil
			}
			return nil, err
		}
		all := []NamedLocation{}
		for _, l := range out {
			switch l.Type {
			case "#microsoft.graph.countryNamedLocation":
				all = append(all, NamedLocation{l.DisplayName, "country", inventory.Of(false)})
			default:
				all = append(all, NamedLocation{l.DisplayName, "ip", answered(path, l.IsTrusted, "isTrusted")})
			}
		}
		return all, nil
	},
}
