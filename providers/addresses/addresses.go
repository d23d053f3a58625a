// Package addresses reckons with sets of IP addresses. Sources are judged as
// sets: 0.0.0.0/1 beside 128.0.0.0/1 is the internet, though neither says so.
// IPv4 and IPv6 addresses are held in one set.
package addresses

import (
	"fmt"
	"math"
	"net/netip"
	"strings"

	"go4.org/netipx"
)

// Sets that come up everywhere. They are not to be changed.
var (
	Nothing    = new(netipx.IPSet)
	Everything = Must("0.0.0.0/0", "::/0")

	// Public is what the internet routes. For IPv4 that is everything but the
	// blocks that the IANA IPv4 special-purpose address registry gives as not
	// globally reachable, multicast and the reserved class E; for IPv6 the
	// global unicast block 2000::/3 but for its documentation prefixes (RFC
	// 4291, section 2.4; RFC 3849; RFC 9637).
	Public = Minus(Must("0.0.0.0/0", "2000::/3"), Must(
		"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
		"192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
		"224.0.0.0/3", "2001:db8::/32", "3fff::/20",
	))
	public4, public6 = Sizes(Public)
)

// Parse is the set of what words are prefixes, addresses or ranges
// ("10.0.0.1-10.0.0.9"), and the words that are none of them.
func Parse(words []string) (set *netipx.IPSet, others []string) {
	var b netipx.IPSetBuilder
	for _, w := range words {
		text := strings.TrimSpace(w)
		if p, err := netip.ParsePrefix(text); err == nil {
			b.AddPrefix(p.Masked())
		} else if a, err := netip.ParseAddr(text); err == nil {
			b.Add(a.WithZone(""))
		} else if r, err := netipx.ParseIPRange(text); err == nil {
			b.AddRange(r)
		} else {
			others = append(others, w)
		}
	}
	return built(&b), others
}

// Must is the set of words that are known to be well-formed.
func Must(words ...string) *netipx.IPSet {
	set, others := Parse(words)
	if len(others) > 0 {
		panic(fmt.Sprintf("%q are no addresses", others))
	}
	return set
}

// Span is the set of the addresses from start to end, both included; false
// where that is no range.
func Span(start, end string) (*netipx.IPSet, bool) {
	from, err := netip.ParseAddr(start)
	to, bad := netip.ParseAddr(end)
	r := netipx.IPRangeFrom(from, to)
	if err != nil || bad != nil || !r.IsValid() || from.Zone() != "" {
		return Nothing, false
	}
	var b netipx.IPSetBuilder
	b.AddRange(r)
	return built(&b), true
}

// Union is what any of the sets holds.
func Union(all ...*netipx.IPSet) *netipx.IPSet {
	var b netipx.IPSetBuilder
	for _, set := range all {
		b.AddSet(set)
	}
	return built(&b)
}

// Intersect is what both sets hold.
func Intersect(a, b *netipx.IPSet) *netipx.IPSet {
	var s netipx.IPSetBuilder
	s.AddSet(a)
	s.Intersect(b)
	return built(&s)
}

// Minus is a without what b holds.
func Minus(a, b *netipx.IPSet) *netipx.IPSet {
	var s netipx.IPSetBuilder
	s.AddSet(a)
	s.RemoveSet(b)
	return built(&s)
}

// Empty reports whether the set holds nothing.
func Empty(set *netipx.IPSet) bool { return len(set.Ranges()) == 0 }

// Sizes counts the addresses of each family in a set.
func Sizes(set *netipx.IPSet) (v4, v6 float64) {
	for _, p := range set.Prefixes() {
		if p.Addr().Is4() {
			v4 += math.Exp2(float64(32 - p.Bits()))
		} else {
			v6 += math.Exp2(float64(128 - p.Bits()))
		}
	}
	return v4, v6
}

// Share is what percentage of the public addresses of each family a set holds.
func Share(set *netipx.IPSet) (v4, v6 float64) {
	v4, v6 = Sizes(Intersect(set, Public))
	return v4 * 100 / public4, v6 * 100 / public6
}

// WorldPercent is the share of a family's public addresses from which on a set
// is the world: whoever scans the internet has machines in every quarter of it,
// so that letting one in keeps nobody out.
const WorldPercent = 25

// Families names the families of whose public addresses a set holds at least
// worldPercent: "IPv4", "IPv6", "IPv4 and IPv6"; "" for neither.
func Families(set *netipx.IPSet, worldPercent int) string {
	v4, v6 := Share(set)
	switch world := float64(worldPercent); {
	case v4 >= world && v6 >= world:
		return "IPv4 and IPv6"
	case v4 >= world:
		return "IPv4"
	case v6 >= world:
		return "IPv6"
	}
	return ""
}

// built ends a builder that was given valid ranges alone, for which it cannot
// fail: a set that came out empty by mistake would read as closed to everybody.
func built(b *netipx.IPSetBuilder) *netipx.IPSet {
	set, err := b.IPSet()
	if err != nil {
		panic(fmt.Sprintf("a set of valid ranges is invalid: %v", err))
	}
	return set
}
