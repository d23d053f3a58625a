// Package defender collects the settings and the findings of Microsoft
// Defender for Cloud.
package defender

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

func lacking(call, what string) error {
	return &azure.CallError{Operation: call, Err: fmt.Errorf("the answer lacks %s", what)}
}

// A Subscription is what Defender for Cloud is set up for.
type Subscription struct {
	inventory.Resource
	Plans         inventory.Known[[]Plan]    `fetch:"-"`
	Contacts      inventory.Known[[]Contact] `fetch:"-"`
	Settings      inventory.Known[[]Setting] `fetch:"-"`
	Vulnerability inventory.Known[string]    `fetch:"-"` // who assesses the machines; "" for nobody
}

// Subscriptions is the one row of the subscription.
var Subscriptions = &inventory.Type[Subscription]{
	Kind: "azure.defender.Subscription", Level: inventory.AtAccount, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Subscription, error] {
		return func(yield func(*Subscription, error) bool) {
			id := strings.ToLower(s.Account)
			yield(&Subscription{Resource: inventory.Resource{
				ID: id, Full: "/subscriptions/" + id, Account: s.Account, Tags: inventory.Of(map[string]string(nil)),
			}}, nil)
		}
	},
}

// unregistered reports whether the subscription never used Defender for Cloud,
// in which case nothing of it is on.
func unregistered(err error) bool {
	return azure.Code(err, "Subscription Not Registered", "SubscriptionNotRegistered", "MissingSubscriptionRegistration")
}

// unset reports whether what was asked for was never set. A subscription that
// is not found is one that cannot be read.
func unset(err error) bool {
	return azure.NotFound(err) && !azure.Code(err, "SubscriptionNotFound", "InvalidSubscriptionId")
}

// A Plan is one of the plans of Defender for Cloud.
type Plan struct {
	Name       string
	Tier       inventory.Known[string] // "Free" or "Standard"
	SubPlan    string                  // "P1", "P2" and so on, where the plan has several
	Extensions inventory.Known[[]Extension]
}

// An Extension is a part of a Plan that is switched on by itself.
type Extension struct {
	Name    string
	Enabled inventory.Known[bool]
}

// SubscriptionPlans fetches Subscription.Plans. Resource Graph has them too,
// and leaves them out without a word where they may not be read.
var SubscriptionPlans = &inventory.Field[Subscription, []Plan]{
	Of: Subscriptions, Column: "plans", Actions: []string{"Microsoft.Security/pricings/read"},
	At: func(r *Subscription) *inventory.Known[[]Plan] { return &r.Plans },
	Fetch: func(ctx context.Context, s inventory.Scope, r *Subscription) ([]Plan, error) {
		const call = "ARM microsoft.security/pricings"
		out, err := azure.GetAll[struct {
			Name       string `json:"name"`
			Properties struct {
				Tier       *string `json:"pricingTier"`
				SubPlan    string  `json:"subPlan"`
				Extensions *[]struct {
					Name      string  `json:"name"`
					IsEnabled *string `json:"isEnabled"` // "True" or "False"
				} `json:"extensions"`
			} `json:"properties"`
		}](ctx, s, r.Full+"/providers/Microsoft.Security/pricings?api-version=2024-01-01")
		if err != nil && !unregistered(err) {
			return nil, err
		}
		all := []Plan{}
		for _, p := range out {
			if p.Name == "" {
				return nil, &azure.CallError{Operation: call, Err: azure.ErrUnnamed}
			}
			plan := Plan{
				Name: p.Name, SubPlan: p.Properties.SubPlan,
				Tier:       inventory.FromPtr(p.Properties.Tier, inventory.Unanswered[string](call, "pricingTier")),
				Extensions: inventory.Unanswered[[]Extension](call, "extensions"),
			}
			if p.Properties.Extensions != nil { // left out for plans that have none ("Pricings - List", extensions: optional)
				extensions := []Extension{}
				for _, e := range *p.Properties.Extensions {
					if e.Name == "" {
						return nil, &azure.CallError{Operation: call, Err: azure.ErrUnnamed}
					}
					extensions = append(extensions, Extension{e.Name, inventory.Map(
						inventory.FromPtr(e.IsEnabled, inventory.Unanswered[string](call, "isEnabled of "+e.Name)),
						func(on string) bool { return strings.EqualFold(on, "True") },
					)})
				}
				plan.Extensions = inventory.Of(extensions)
			}
			all = append(all, plan)
		}
		return all, nil
	},
}

// A Contact says who is told what by e-mail. The addresses are counted, not kept.
type Contact struct {
	Name       string
	Enabled    inventory.Known[bool]
	Emails     inventory.Known[int]
	Roles      inventory.Known[[]string] // those that are told; none where that is off
	Severities inventory.Known[[]string] // the least severity of alerts; empty: none are sent
	Risks      inventory.Known[[]string] // the least risk of attack paths; empty: none are sent
}

// SubscriptionContacts fetches Subscription.Contacts.
var SubscriptionContacts = &inventory.Field[Subscription, []Contact]{
	Of: Subscriptions, Column: "contacts", Actions: []string{"Microsoft.Security/securityContacts/read"},
	At: func(r *Subscription) *inventory.Known[[]Contact] { return &r.Contacts },
	Fetch: func(ctx context.Context, s inventory.Scope, r *Subscription) ([]Contact, error) {
		out, err := azure.GetAll[contactJSON](ctx, s, r.Full+"/providers/Microsoft.Security/securityContacts?api-version=2023-12-01-preview")
		if err != nil && !unregistered(err) && !unset(err) {
			return nil, err
		}
		all := []Contact{}
		for _, c := range out {
			all = append(all, contactOf(c))
		}
		return all, nil
	},
}

type contactJSON struct {
	Name       string `json:"name"`
	Properties struct {
		IsEnabled *bool   `json:"isEnabled"`
		Emails    *string `json:"emails"`
		ByRole    *struct {
			State *string  `json:"state"`
			Roles []string `json:"roles"`
		} `json:"notificationsByRole"`
		Sources *[]struct {
			Type     string `json:"sourceType"`
			Severity string `json:"minimalSeverity"`
			Risk     string `json:"minimalRiskLevel"`
		} `json:"notificationsSources"`
	} `json:"properties"`
}

func contactOf(j contactJSON) Contact {
	const call = "ARM microsoft.security/securitycontacts"
	p := j.Properties
	c := Contact{
		Name:    j.Name,
		Enabled: inventory.FromPtr(p.IsEnabled, inventory.Unanswered[bool](call, "isEnabled")),
		Emails: inventory.Map(inventory.FromPtr(p.Emails, inventory.Of("")), func(list string) int { // optional: absent where there are none
			return len(strings.FieldsFunc(list, func(r rune) bool { return r == ';' || r == ',' || r == ' ' }))
		}),
		Roles:      inventory.Unanswered[[]string](call, "notificationsByRole"),
		Severities: inventory.Unanswered[[]string](call, "notificationsSources"),
		Risks:      inventory.Unanswered[[]string](call, "notificationsSources"),
	}
	if p.ByRole != nil && p.ByRole.State != nil {
		c.Roles = inventory.Of[[]string](nil)
		if strings.EqualFold(*p.ByRole.State, "On") {
			c.Roles = inventory.Of(p.ByRole.Roles)
		}
	}
	if p.Sources != nil {
		var severities, risks []string
		for _, s := range *p.Sources {
			if s.Type == "" || s.Severity+s.Risk == "" {
				return c
			}
			switch s.Type {
			case "Alert":
				severities = append(severities, s.Severity)
			case "AttackPath":
				risks = append(risks, s.Risk)
			}
		}
		c.Severities, c.Risks = inventory.Of(severities), inventory.Of(risks)
	}
	return c
}

// A Setting connects Defender for Cloud with another product.
type Setting struct {
	Name    string // "MCAS", "WDATP", "Sentinel"
	Enabled inventory.Known[bool]
}

// SubscriptionSettings fetches Subscription.Settings.
var SubscriptionSettings = &inventory.Field[Subscription, []Setting]{
	Of: Subscriptions, Column: "settings", Actions: []string{"Microsoft.Security/settings/read"},
	At: func(r *Subscription) *inventory.Known[[]Setting] { return &r.Settings },
	Fetch: func(ctx context.Context, s inventory.Scope, r *Subscription) ([]Setting, error) {
		out, err := azure.GetAll[struct {
			Name       string `json:"name"`
			Properties struct {
				Enabled *bool `json:"enabled"`
			} `json:"properties"`
		}](ctx, s, r.Full+"/providers/Microsoft.Security/settings?api-version=2022-05-01")
		if err != nil && !unregistered(err) {
			return nil, err
		}
		all := []Setting{}
		for _, v := range out {
			if v.Name == "" {
				return nil, &azure.CallError{Operation: "ARM microsoft.security/settings", Err: azure.ErrUnnamed}
			}
			all = append(all, Setting{v.Name, inventory.FromPtr(v.Properties.Enabled, inventory.Unanswered[bool]("ARM microsoft.security/settings", "enabled"))})
		}
		return all, nil
	},
}

// SubscriptionVulnerability fetches Subscription.Vulnerability.
var SubscriptionVulnerability = &inventory.Field[Subscription, string]{
	Of: Subscriptions, Column: "vulnerability", Actions: []string{"Microsoft.Security/serverVulnerabilityAssessmentsSettings/read"},
	At: func(r *Subscription) *inventory.Known[string] { return &r.Vulnerability },
	Fetch: func(ctx context.Context, s inventory.Scope, r *Subscription) (string, error) {
		out, err := azure.GetAll[struct {
			Properties struct {
				Provider string `json:"selectedProvider"`
			} `json:"properties"`
		}](ctx, s, r.Full+"/providers/Microsoft.Security/serverVulnerabilityAssessmentsSettings?api-version=2023-05-01")
		if err != nil && !unregistered(err) && !unset(err) {
			return "", err
		}
		for _, v := range out {
			if v.Properties.Provider != "" {
				return v.Properties.Provider, nil
			}
		}
		if len(out) > 0 {
			return "", lacking("ARM microsoft.security/servervulnerabilityassessmentssettings", "selectedProvider")
		}
		return "", nil
	},
}
