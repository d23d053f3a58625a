// Package monitor collects the alerts and the diagnostic settings of Azure Monitor.
package monitor

import (
	"context"
	"iter"
	"slices"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Subscription is what is watched.
type Subscription struct{ inventory.Resource }

// Subscriptions is the one row of the subscription.
var Subscriptions = &inventory.Type[Subscription]{
	Kind: "azure.monitor.Subscription", Level: inventory.AtAccount, Model: inventory.Account,
	List: func(_ context.Context, s inventory.Scope) iter.Seq2[*Subscription, error] {
		return func(yield func(*Subscription, error) bool) {
			id := strings.ToLower(s.Account)
			yield(&Subscription{inventory.Resource{ID: id, Full: "/subscriptions/" + id, Account: s.Account, Tags: inventory.Of(map[string]string(nil))}}, nil)
		}
	},
}

// An ActivityLogAlert raises an alert at events of the activity log.
type ActivityLogAlert struct {
	inventory.Resource
	Enabled    inventory.Known[bool]
	Scopes     inventory.Known[[]string] // prefixes of the ids that it watches, in lower case
	Conditions inventory.Known[[]Condition]
}

// A Condition holds where one of its leaves does. An alert asks that all of
// its conditions hold.
type Condition struct{ AnyOf []Leaf }

// A Leaf compares a field of the event with values, of which one must be equal.
type Leaf struct {
	Field  string
	Values []string
}

type leafJSON struct {
	Field       string   `json:"field"`
	Equals      *string  `json:"equals"`
	ContainsAny []string `json:"containsAny"`
}

type alertProperties struct {
	Enabled   *bool     `json:"enabled"`
	Scopes    *[]string `json:"scopes"`
	Condition *struct {
		AllOf *[]struct {
			leafJSON
			AnyOf []leafJSON `json:"anyOf"`
		} `json:"allOf"`
	} `json:"condition"`
}

var alerts = azure.Resources("Resources", "microsoft.insights/activitylogalerts")

// ActivityLogAlerts lists the alert rules of a subscription.
var ActivityLogAlerts = &inventory.Type[ActivityLogAlert]{
	Kind: "azure.monitor.ActivityLogAlert", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{azure.Subscriptions, alerts},
	List: azure.List(alerts, func(r inventory.Resource, _ azure.Row, p alertProperties) *ActivityLogAlert {
		const call = "Resource Graph microsoft.insights/activitylogalerts"
		a := &ActivityLogAlert{
			Resource: r,
			Enabled:  inventory.Unanswered[bool](call, "properties"),
			Scopes: inventory.Map(inventory.FromPtr(p.Scopes, inventory.Unanswered[[]string](call, "scopes")), func(all []string) []string {
				all = slices.Clone(all)
				for i := range all {
					all[i] = strings.TrimSuffix(strings.ToLower(all[i]), "/")
				}
				return all
			}),
			Conditions: inventory.Unanswered[[]Condition](call, "condition.allOf"),
		}
		if p.Condition != nil { // which is required
			a.Enabled = inventory.FromPtr(p.Enabled, inventory.Of(true)) // "Activity Log Alerts - Get", enabled: optional, default true
		}
		if p.Condition != nil && p.Condition.AllOf != nil {
			all := []Condition{}
			for _, c := range *p.Condition.AllOf {
				leaves := c.AnyOf
				if len(leaves) == 0 {
					leaves = []leafJSON{c.leafJSON}
				}
				cond := Condition{}
				for _, l := range leaves {
					if l.Field == "" || l.Equals == nil && l.ContainsAny == nil {
						return a
					}
					leaf := Leaf{l.Field, l.ContainsAny}
					if l.Equals != nil {
						leaf.Values = []string{*l.Equals}
					}
					cond.AnyOf = append(cond.AnyOf, leaf)
				}
				all = append(all, cond)
			}
			a.Conditions = inventory.Of(all)
		}
		return a
	}),
}

// A Component is an Application Insights resource.
type Component struct{ inventory.Resource }

var components = azure.Resources("Resources", "microsoft.insights/components")

// Components lists the Application Insights resources of a subscription.
var Components = &inventory.Type[Component]{
	Kind: "azure.monitor.Component", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{azure.Subscriptions, components},
	List: azure.List(components, func(r inventory.Resource, _ azure.Row, _ struct{}) *Component { return &Component{r} }),
}
