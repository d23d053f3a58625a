package vpc

import (
	"fmt"
	"math"
	"net/netip"
	"strings"

	"go4.org/netipx"

	"demarc/providers/inventory"
)

// Sets of addresses are judged as sets: 0.0.0.0/1 beside 128.0.0.0/1 is the
// world, though neither says so. The functions of this file hold IPv4 and IPv6
// addresses in one set.

var (
	nothing    = new(netipx.IPSet)
	everything = setOf("0.0.0.0/0", "::/0")

	// public is what the internet routes. For IPv4 that is everything but the
	// blocks that the IANA IPv4 special-purpose address registry gives as not
	// globally reachable, multicast and the reserved class E; for IPv6 the
	// global unicast block 2000::/3 but for its documentation prefixes (RFC
	// 4291, section 2.4; RFC 3849; RFC 9637).
	public = minus(setOf("0.0.0.0/0", "2000::/3"), setOf(
		"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
		"192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
		"224.0.0.0/3", "2001:db8::/32", "3fff::/20",
	))
	publicIPv4, publicIPv6 = sizes(public)
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
// the world: whoever scans the internet has machines in every quarter of it, so
// that letting one in keeps nobody out. A set with as many public addresses as
// an IPv4 /8 or an IPv6 /16, more than regional registries give to any one
// party today, is wide.
var DefaultScale = Scale{WorldPercent: 25, WideIPv4: 8, WideIPv6: 16}

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
	n4, n6 := sizes(intersect(set, public))
	rank := func(n, all float64, wide int) Breadth {
		switch {
		case n > 0 && n*100 >= all*float64(s.WorldPercent):
			return World
		case n > 0 && n >= math.Exp2(float64(wide)):
			return Wide
		}
		return Narrow
	}
	return rank(n4, publicIPv4, 32-s.WideIPv4), rank(n6, publicIPv6, 128-s.WideIPv6)
}

// sizes counts the addresses of each family in a set.
func sizes(set *netipx.IPSet) (v4, v6 float64) {
	for _, p := range set.Prefixes() {
		if p.Addr().Is4() {
			v4 += math.Exp2(float64(32 - p.Bits()))
		} else {
			v6 += math.Exp2(float64(128 - p.Bits()))
		}
	}
	return v4, v6
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
func Somewhere(gaps ...inventory.Gap) Extent { return Extent{nothing, everything, gaps} }

// Range is the Extent of address ranges in CIDR notation. One that cannot be
// read may be any.
func Range(cidrs ...string) Extent {
	var b netipx.IPSetBuilder
	var gaps inventory.Gaps
	for _, c := range cidrs {
		p, err := netip.ParsePrefix(strings.TrimSpace(c))
		if err != nil {
			gaps.Missed(inventory.Gap{Reason: inventory.Failed, Where: "an answer that gives as an address range what is none"})
			continue
		}
		b.AddPrefix(p.Masked())
	}
	set := built(&b)
	if len(gaps) > 0 {
		return Extent{set, everything, gaps}
	}
	return Exactly(set)
}

// Or is the union.
func (e Extent) Or(o Extent) Extent { return Union(e, o) }

// Union is the union of any number.
func Union(all ...Extent) Extent {
	var least, most netipx.IPSetBuilder
	var gaps []inventory.Gaps
	for _, e := range all {
		least.AddSet(e.Least)
		if len(e.Hidden) > 0 {
			gaps = append(gaps, e.Hidden)
		}
	}
	known := built(&least)
	if len(gaps) == 0 {
		return Exactly(known)
	}
	for _, e := range all {
		most.AddSet(e.Most)
	}
	return settle(known, built(&most), gaps...)
}

// And is the intersection.
func (e Extent) And(o Extent) Extent {
	return settle(intersect(e.Least, o.Least), intersect(e.Most, o.Most), e.Hidden, o.Hidden)
}

// Minus is e without o.
func (e Extent) Minus(o Extent) Extent {
	return settle(minus(e.Least, o.Most), minus(e.Most, o.Least), e.Hidden, o.Hidden)
}

// Empty reports that the set is known to hold nothing.
func (e Extent) Empty() bool { return len(e.Most.Ranges()) == 0 }

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

// setOf is the set of ranges that are known to be well-formed.
func setOf(cidrs ...string) *netipx.IPSet {
	var b netipx.IPSetBuilder
	for _, c := range cidrs {
		b.AddPrefix(netip.MustParsePrefix(c))
	}
	return built(&b)
}

func intersect(a, b *netipx.IPSet) *netipx.IPSet {
	var s netipx.IPSetBuilder
	s.AddSet(a)
	s.Intersect(b)
	return built(&s)
}

func minus(a, b *netipx.IPSet) *netipx.IPSet {
	var s netipx.IPSetBuilder
	s.AddSet(a)
	s.RemoveSet(b)
	return built(&s)
}

// built ends a builder that was given valid prefixes only, for which it cannot fail.
func built(b *netipx.IPSetBuilder) *netipx.IPSet {
	set, err := b.IPSet()
	if err != nil {
		panic(fmt.Sprintf("a set of valid ranges is invalid: %v", err))
	}
	return set
}
