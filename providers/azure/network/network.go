// Package network collects Azure's networks: security groups, virtual networks
// and subnets, interfaces, public addresses, flow logs, gateways.
package network

import (
	"context"
	"iter"
	"maps"
	"slices"
	"strings"

	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// uses are the sources of a listing that is made of one query.
func uses(q *inventory.Call[azure.Rows]) []inventory.Source {
	return []inventory.Source{azure.Subscriptions, q}
}

type many[T any] struct {
	rows []*T
	err  error
}

// flat is azure.List for rows that hold several of T, or none. A row that lacks
// what it must hold ends the listing.
func flat[P, T any](q *inventory.Call[azure.Rows], build func(inventory.Resource, P) ([]*T, error)) func(context.Context, inventory.Scope) iter.Seq2[*T, error] {
	list := azure.List(q, func(r inventory.Resource, _ azure.Row, p P) *many[T] {
		rows, err := build(r, p)
		return &many[T]{rows, err}
	})
	return func(ctx context.Context, s inventory.Scope) iter.Seq2[*T, error] {
		return func(yield func(*T, error) bool) {
			for m, err := range list(ctx, s) {
				if err != nil {
					yield(nil, err)
					return
				}
				for _, row := range m.rows {
					if !yield(row, nil) {
						return
					}
				}
				if m.err != nil {
					yield(nil, m.err)
					return
				}
			}
		}
	}
}

// ref is a reference to another resource.
type ref struct {
	ID string `json:"id"`
}

// idOf is the id that a reference holds, in lower case; "" where there is none.
func idOf(r *ref) string {
	if r == nil {
		return ""
	}
	return strings.ToLower(r.ID)
}

// refer reads a reference that the answer leaves out where there is nothing to
// refer to. One that is there and does not say to what is a Gap.
func refer(r *ref, asked, what string) inventory.Known[string] {
	if r != nil && r.ID == "" {
		return inventory.Unanswered[string](asked, what+".id")
	}
	return inventory.Of(idOf(r))
}

// always is refer for a reference that no answer leaves out.
func always(r *ref, asked, what string) inventory.Known[string] {
	if r == nil {
		return inventory.Unanswered[string](asked, what)
	}
	return refer(r, asked, what)
}

// listed are the ids that are not empty. One that is not known hides the list:
// it might be the one that matters.
func listed(ids []inventory.Known[string]) inventory.Known[[]string] {
	all := []string{}
	for _, k := range ids {
		id, ok := k.Peek()
		if !ok {
			return inventory.Map(k, func(string) []string { return nil })
		}
		if id != "" {
			all = append(all, id)
		}
	}
	return inventory.Of(all)
}

// SubscriptionOf is the subscription in a resource's id; "" where it has none.
func SubscriptionOf(id string) string {
	parts := strings.Split(strings.ToLower(id), "/")
	if len(parts) > 2 && parts[1] == "subscriptions" {
		return parts[2]
	}
	return ""
}

// Find looks up a row that one of account refers to by its full id. A row that
// is referred to exists: where it is not listed, it is out of sight.
func Find[T any](inv *inventory.Inventory, t *inventory.Type[T], account, id string) inventory.Known[*T] {
	return inventory.Then(t.ByID(inv, "", id), func(row *T) inventory.Known[*T] {
		switch there := SubscriptionOf(id); {
		case row != nil:
			return inventory.Of(row)
		case there != "" && there != account:
			return inventory.Missing[*T](inventory.Gap{Reason: inventory.OtherAccount, Where: "azure/" + there})
		}
		return inventory.Missing[*T](inventory.Gap{Reason: inventory.Failed, Where: "a " + t.Kind + " that is referred to and not listed"})
	})
}

// acrossTenant is azure.List with the rows of the tenant's other subscriptions
// after those of the scope's own: they serve look-ups, and get no findings here.
func acrossTenant[P, T any](q *inventory.Call[azure.Rows], build func(inventory.Resource, azure.Row, P) *T) func(context.Context, inventory.Scope) iter.Seq2[*T, error] {
	own := azure.List(q, build)
	return func(ctx context.Context, s inventory.Scope) iter.Seq2[*T, error] {
		return func(yield func(*T, error) bool) {
			for row, err := range own(ctx, s) {
				if !yield(row, err) || err != nil {
					return
				}
			}
			rows, _ := q.Get(ctx, s) // its error has ended the listing above
			for _, subscription := range slices.Sorted(maps.Keys(rows)) {
				if subscription == strings.ToLower(s.Account) {
					continue
				}
				for _, row := range rows[subscription] {
					p, ok := decode[P](row)
					if ok && !yield(build(resource(row), row, p), nil) {
						return
					}
				}
			}
		}
	}
}

func resource(r azure.Row) inventory.Resource {
	return inventory.Resource{
		ID: r.Name, Full: strings.ToLower(r.ID), Account: strings.ToLower(r.SubscriptionID), Region: strings.ToLower(r.Location),
		Tags: inventory.Of(r.Tags),
	}
}
