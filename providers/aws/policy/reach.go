package policy

import "slices"

// reach is a set of outsiders: those callers, of one kind of caller, that a
// condition leaves. Every set is a union of its parts. Callers that the context
// trusts belong to no reach.
type reach struct {
	anyone   bool     // every outsider
	network  bool     // outsiders at a fixed, not world-wide, set of addresses
	accounts []string // outsiders of a named account
	orgs     []string // outsiders of a named organization
	services []string // calls by a named AWS service
	fixed    []string // few and always the same callers, of an account the document does not tell; with the reason
	owners   []string // callers by way of a named outsider's endpoint or access point
	unknown  []string // outsiders the document does not tell, with the reason
}

// everyone is the set of all outsiders.
func everyone() reach { return reach{anyone: true} }

// nobody is the empty set.
func nobody() reach { return reach{} }

// everyoneIf is everyone when the test holds and nobody otherwise.
func everyoneIf(test bool) reach { return reach{anyone: test} }

// unsure is a set the document does not tell.
func unsure(reason string) reach { return reach{unknown: []string{reason}} }

// empty reports whether nobody is in the set.
func (r reach) empty() bool {
	return !r.anyone && !r.network && len(r.accounts)+len(r.orgs)+len(r.services)+len(r.fixed)+len(r.owners)+len(r.unknown) == 0
}

// union adds the members of another set.
func (r reach) union(o reach) reach {
	if r.anyone || o.anyone {
		return everyone()
	}
	return reach{
		network:  r.network || o.network,
		accounts: merge(r.accounts, o.accounts),
		orgs:     merge(r.orgs, o.orgs),
		services: merge(r.services, o.services),
		fixed:    merge(r.fixed, o.fixed),
		owners:   merge(r.owners, o.owners),
		unknown:  merge(r.unknown, o.unknown),
	}
}

// intersect keeps the members common to both sets. Where the sets describe
// callers in different terms (an account and an address block) the more telling
// one is kept, which never makes the result too small.
func (r reach) intersect(o reach) reach {
	if r.anyone {
		return o
	}
	if o.anyone {
		return r
	}
	var out reach
	for _, a := range r.atoms() {
		for _, b := range o.atoms() {
			out = out.union(a.meet(b))
		}
	}
	return out
}

// atomKind orders the parts of a reach from the least to the most telling.
type atomKind int

const (
	atomAnyone atomKind = iota
	atomNetwork
	atomService
	atomFixed
	atomOwner
	atomOrg
	atomAccount
	atomUnknown
)

// atom is one part of a reach.
type atom struct {
	kind  atomKind
	value string
}

// atoms lists the parts of a reach.
func (r reach) atoms() []atom {
	var out []atom
	if r.anyone {
		return []atom{{kind: atomAnyone}}
	}
	if r.network {
		out = append(out, atom{kind: atomNetwork})
	}
	for _, part := range []struct {
		kind   atomKind
		values []string
	}{{atomService, r.services}, {atomFixed, r.fixed}, {atomOwner, r.owners}, {atomOrg, r.orgs}, {atomAccount, r.accounts}, {atomUnknown, r.unknown}} {
		for _, v := range part.values {
			out = append(out, atom{part.kind, v})
		}
	}
	return out
}

// meet is the intersection of two parts. Two accounts have no caller in common;
// one caller may well meet two conditions on the way it takes.
func (a atom) meet(b atom) reach {
	if a.kind == b.kind {
		if a.value == b.value || a.kind == atomUnknown || a.kind == atomFixed || a.kind == atomOwner {
			return a.set()
		}
		return nobody()
	}
	if a.kind > b.kind {
		return a.set()
	}
	return b.set()
}

// set turns a part into a reach of its own.
func (a atom) set() reach {
	v := []string{a.value}
	switch a.kind {
	case atomNetwork:
		return reach{network: true}
	case atomService:
		return reach{services: v}
	case atomFixed:
		return reach{fixed: v}
	case atomOwner:
		return reach{owners: v}
	case atomOrg:
		return reach{orgs: v}
	case atomAccount:
		return reach{accounts: v}
	case atomUnknown:
		return reach{unknown: v}
	}
	return everyone()
}

// merge joins two lists into a sorted one without repetition.
func merge(a, b []string) []string {
	out := slices.Concat(a, b)
	slices.Sort(out)
	return slices.Compact(out)
}
