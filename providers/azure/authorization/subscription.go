// Package authorization collects who may do what in Azure: role assignments
// and definitions, and the policies that are assigned.
package authorization

import (
	"context"
	"iter"
	"slices"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Subscription is what access is granted to.
type Subscription struct {
	inventory.Resource
	Benchmark inventory.Known[[]PolicyAssignment] `fetch:"-"` // assignments of the Microsoft cloud security benchmark
	MFA       inventory.Known[map[string]bool]    `fetch:"-"` // whether users have registered a second factor, by their ids
}

// Subscriptions is the one row of the subscription.
var Subscriptions = &inventory.Type[Subscription]{
	Kind: "azure.authorization.Subscription", Level: inventory.AtAccount, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Subscription, error] {
		return func(yield func(*Subscription, error) bool) {
			yield(&Subscription{Resource: inventory.Resource{
				ID: s.Account, Full: subscriptionPath(s), Account: s.Account, Tags: inventory.Of(map[string]string(nil)),
			}}, nil)
		}
	},
}

func subscriptionPath(s inventory.Scope) string {
	return "/subscriptions/" + strings.ToLower(s.Account)
}

// A PolicyAssignment is a policy or an initiative put to work at a scope.
type PolicyAssignment struct {
	Name, Scope string
	Enforcement inventory.Known[string] // "Default" or "DoNotEnforce"
	Disabled    []string                // parameters that switch a policy of it off
}

const policiesCall = "ARM microsoft.authorization/policyassignments"

// benchmark is the definition of the Microsoft cloud security benchmark.
const benchmark = "/policysetdefinitions/1f3afdf9-d0c9-4c3d-847f-89da613e70a8"

// SubscriptionBenchmark fetches Subscription.Benchmark, with what is assigned
// to management groups above the subscription.
var SubscriptionBenchmark = &inventory.Field[Subscription, []PolicyAssignment]{
	Of: Subscriptions, Column: "benchmark", Actions: []string{"Microsoft.Authorization/policyAssignments/read"},
	At: func(r *Subscription) *inventory.Known[[]PolicyAssignment] { return &r.Benchmark },
	Fetch: func(ctx context.Context, s inventory.Scope, r *Subscription) ([]PolicyAssignment, error) {
		out, err := azure.GetAll[struct {
			Name       string `json:"name"`
			Properties struct {
				Scope       string   `json:"scope"`
				NotScopes   []string `json:"notScopes"` // optional: what of the scope is left out
				Definition  *string  `json:"policyDefinitionId"`
				Enforcement *string  `json:"enforcementMode"`
				Parameters  map[string]struct {
					Value any `json:"value"`
				} `json:"parameters"`
				Overrides []struct {
					Kind  string `json:"kind"`
					Value string `json:"value"`
				} `json:"overrides"`
			} `json:"properties"`
		}](ctx, s, r.Full+"/providers/Microsoft.Authorization/policyAssignments?api-version=2023-04-01&$filter=atScope()")
		if err != nil {
			return nil, err
		}
		all := []PolicyAssignment{}
		for _, a := range out {
			p := a.Properties
			if p.Definition == nil {
				return nil, &azure.CallError{Operation: policiesCall, Err: errNoDefinition}
			}
			if !strings.HasSuffix(strings.ToLower(*p.Definition), benchmark) ||
				slices.ContainsFunc(p.NotScopes, func(s string) bool { return strings.EqualFold(strings.TrimSuffix(s, "/"), r.Full) }) {
				continue
			}
			found := PolicyAssignment{
				Name: a.Name, Scope: strings.ToLower(p.Scope),
				Enforcement: inventory.FromPtr(p.Enforcement, inventory.Unanswered[string](policiesCall, "enforcementMode")),
			}
			for name, v := range p.Parameters {
				if text, ok := v.Value.(string); ok && strings.EqualFold(text, "Disabled") {
					found.Disabled = append(found.Disabled, name)
				}
			}
			for _, o := range p.Overrides {
				if strings.EqualFold(o.Kind, "policyEffect") && strings.EqualFold(o.Value, "Disabled") {
					found.Disabled = append(found.Disabled, "an override of the effect")
				}
			}
			slices.Sort(found.Disabled)
			all = append(all, found)
		}
		return all, nil
	},
}

// SubscriptionMFA fetches Subscription.MFA.
var SubscriptionMFA = &inventory.Field[Subscription, map[string]bool]{
	Of: Subscriptions, Column: "mfa", Uses: []inventory.Source{azure.Registrations},
	At: func(r *Subscription) *inventory.Known[map[string]bool] { return &r.MFA },
	Fetch: func(ctx context.Context, s inventory.Scope, _ *Subscription) (map[string]bool, error) {
		out, err := azure.Registrations.Get(ctx, s)
		if err != nil {
			return nil, err
		}
		all := map[string]bool{}
		for _, u := range out {
			if u.MFA != nil {
				all[strings.ToLower(u.ID)] = *u.MFA
			}
		}
		return all, nil
	},
}
