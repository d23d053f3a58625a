package vpc

import (
	"math"

	"go4.org/netipx"

	"demarc/providers/addresses"
	"demarc/providers/inventory"
)

// A Breadth says how much of the internet a set of addresses takes in.
type Breadth uint8

// The breadths.
const (
	Narrow Breadth = iota
	Wide           // a range so large that many unrelated parties have addresses in it
	World          // (almost) everybody
)

// A Scale says where the breadths begin. Only public addresses count: however
// much of 10.0.0.0/8 a set holds, nobody on the internet has those addresses.
type Scale struct {
	// WorldPercent is the share of a family's public addresses from which on a
	// set is the world.
	WorldPercent int
	// WideIPv4 and WideIPv6 are the prefix lengths of the ranges whose number
	// of addresses makes a set wide.
	WideIPv4, WideIPv6 int
}

// DefaultScale takes a quarter of the public addresses of IPv4 or of IPv6 for
// the world. A set with as many public addresses as
// an IPv4 /8 or an IPv6 /16, more than regional registries give to any one
// party today, is wide.
var DefaultScale = Scale{WorldPercent: addresses.WorldPercent, WideIPv4: 8, WideIPv6: 16}

// Of ranks a set of addresses by the broader of its two families.
func (s Scale) Of(set *netipx.IPSet) Breadth {
	v4, v6 := s.families(set)
	return max(v4, v6)
}

// Families names the families in which the set reaches its breadth.
func (s Scale) Families(set *netipx.IPSet) string {
	switch v4, v6 := s.families(set); {
	case v4 == v6:
		return "IPv4 and IPv6"
	case v4 > v6:
		return "IPv4"
	}
	return "IPv6"
}

func (s Scale) families(set *netipx.IPSet) (v4, v6 Breadth) {
	seen := addresses.Intersect(set, addresses.Public)
	n4, n6 := addresses.Sizes(seen)
	share4, share6 := addresses.Share(seen)
	rank := func(n, share float64, wide int) Breadth {
		switch {
		case n > 0 && share >= float64(s.WorldPercent):
			return World
		case n > 0 && n >= math.Exp2(float64(wide)):
			return Wide
		}
		return Narrow
	}
	return rank(n4, share4, 32-s.WideIPv4), rank(n6, share6, 128-s.WideIPv6)
}

// An Extent is a set of addresses that may be known in part: it holds all of
// Least and nothing outside Most. Hidden says what would have told more; it is
// empty where Least and Most are the same.
type Extent struct {
	Least, Most *netipx.IPSet
	Hidden      inventory.Gaps
}

// Exactly is the Extent of a set that is known.
func Exactly(set *netipx.IPSet) Extent { return Extent{Least: set, Most: set} }

// Somewhere is the Extent of a set of which only the Gaps are known.
func Somewhere(gaps ...inventory.Gap) Extent {
	return Extent{addresses.Nothing, addresses.Everything, gaps}
}

// Range is the Extent of address ranges in CIDR notation. One that cannot be
// read may be any.
func Range(cidrs ...string) Extent {
	set, others := addresses.Parse(cidrs)
	var gaps inventory.Gaps
	for range others {
		gaps.Missed(inventory.Gap{Reason: inventory.Failed, Where: "an answer that gives as an address range what is none"})
	}
	if len(gaps) > 0 {
		return Extent{set, addresses.Everything, gaps}
	}
	return Exactly(set)
}

// Or is the union.
func (e Extent) Or(o Extent) Extent { return Union(e, o) }

// Union is the union of any number.
func Union(all ...Extent) Extent {
	var least, most []*netipx.IPSet
	var gaps []inventory.Gaps
	for _, e := range all {
		least, most = append(least, e.Least), append(most, e.Most)
		if len(e.Hidden) > 0 {
			gaps = append(gaps, e.Hidden)
		}
	}
	known := addresses.Union(least...)
	if len(gaps) == 0 {
		return Exactly(known)
	}
	return settle(known, addresses.Union(most...), gaps...)
}

// And is the intersection.
func (e Extent) And(o Extent) Extent {
	return settle(addresses.Intersect(e.Least, o.Least), addresses.Intersect(e.Most, o.Most), e.Hidden, o.Hidden)
}

// Minus is e without o.
func (e Extent) Minus(o Extent) Extent {
	return settle(addresses.Minus(e.Least, o.Most), addresses.Minus(e.Most, o.Least), e.Hidden, o.Hidden)
}

// Empty reports that the set is known to hold nothing.
func (e Extent) Empty() bool { return addresses.Empty(e.Most) }

// Breadth ranks the set where what is hidden cannot change its rank.
func (e Extent) Breadth(s Scale) inventory.Known[Breadth] {
	least := s.Of(e.Least)
	if least == World || len(e.Hidden) == 0 || s.Of(e.Most) == least {
		return inventory.Of(least)
	}
	return inventory.Missing[Breadth](e.Hidden[0])
}

// settle drops the Gaps that turned out not to matter.
func settle(least, most *netipx.IPSet, gaps ...inventory.Gaps) Extent {
	e := Extent{Least: least, Most: most}
	if least.Equal(most) {
		return e
	}
	for _, l := range gaps {
		e.Hidden = append(e.Hidden, l...)
	}
	return e
}
