// Package access reads what many of Azure's resources have in common about who
// reaches them: private endpoint connections and ranges of addresses.
package access

import (
	"slices"
	"strings"

	"demarc/providers/addresses"
	"demarc/providers/inventory"
)

// A Connection is the connection of a private endpoint to a resource.
type Connection struct {
	Endpoint string                  // full id of the private endpoint
	Groups   []string                // the parts of the resource that it leads to; none where the answer does not say
	Status   inventory.Known[string] // "Pending", "Approved", "Rejected", "Disconnected"
}

// ConnectionJSON is a connection among a resource's properties. Some types
// name one group, others a list of them.
type ConnectionJSON struct {
	Properties struct {
		Group    string   `json:"groupId"`
		Groups   []string `json:"groupIds"`
		Endpoint struct {
			ID string `json:"id"`
		} `json:"privateEndpoint"`
		State struct {
			Status *string `json:"status"`
		} `json:"privateLinkServiceConnectionState"`
	} `json:"properties"`
}

// Connections are the connections of a resource whose answer to call has all.
// A resource without private endpoints has an empty list, or none.
func Connections(all []ConnectionJSON, call string) inventory.Known[[]Connection] {
	out := []Connection{}
	for _, j := range all {
		groups := j.Properties.Groups
		if j.Properties.Group != "" {
			groups = append(groups, j.Properties.Group)
		}
		out = append(out, Connection{
			Endpoint: strings.ToLower(j.Properties.Endpoint.ID), Groups: groups,
			Status: inventory.FromPtr(j.Properties.State.Status, inventory.Unanswered[string](call, "privateEndpointConnections.status")),
		})
	}
	return inventory.Of(out)
}

// Approved reports whether a private endpoint is connected and approved. One
// that leads to nothing but the groups in beside does not count.
func Approved(all inventory.Known[[]Connection], beside ...string) inventory.Known[bool] {
	return inventory.Then(all, func(cs []Connection) inventory.Known[bool] {
		ks := []inventory.Known[bool]{}
		for _, c := range cs {
			other := func(g string) bool {
				return !slices.ContainsFunc(beside, func(b string) bool { return strings.EqualFold(b, g) })
			}
			if len(c.Groups) > 0 && !slices.ContainsFunc(c.Groups, other) {
				continue
			}
			ks = append(ks, inventory.Map(c.Status, func(s string) bool { return strings.EqualFold(s, "Approved") }))
		}
		return inventory.Or(ks...)
	})
}

// Ranges are the addresses and ranges that rules let in, in whatever property
// the rules have them. A rule without one is a Gap: it might be the one that
// lets everybody in.
func Ranges[T any](rules *[]T, value func(T) *string, absent inventory.Known[[]string], call, what string) inventory.Known[[]string] {
	if rules == nil {
		return absent
	}
	all := []string{}
	for _, r := range *rules {
		v := value(r)
		if v == nil || *v == "" {
			return inventory.Unanswered[[]string](call, what)
		}
		all = append(all, *v)
	}
	return inventory.Of(all)
}

// Internet reports whether ranges of addresses in CIDR notation, taken
// together, keep nobody out. What is not a range counts for nothing: a single
// address, a service tag.
func Internet(ranges []string) bool {
	set, _ := addresses.Parse(ranges)
	return addresses.Families(set, addresses.WorldPercent) != ""
}
