package network

import (
	"math/big"
	"net/netip"
	"slices"
	"strings"

	"go4.org/netipx"
)

// Sources are judged as sets of addresses: 0.0.0.0/1 beside 128.0.0.0/1 is the
// internet, though neither says so, and a rule that denies them first takes
// them away again.

var (
	nothing    = new(netipx.IPSet)
	everything = setOf("0.0.0.0/0", "::/0")

	// public is what the internet routes: IPv4 without the blocks that the IANA
	// IPv4 special-purpose address registry gives as not globally reachable,
	// multicast and class E; the global unicast block of IPv6.
	public = minus(setOf("0.0.0.0/0", "2000::/3"), setOf(
		"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
		"192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
		"224.0.0.0/3", "2001:db8::/32", "3fff::/20",
	))
)

// A Ports is a range of ports of a protocol.
type Ports struct {
	Protocol string // "tcp" or "udp"
	From, To int
}

// An Opening is what a security group lets the internet reach.
type Opening struct {
	Ports
	Rules    []string // the rules that do
	Families string   // "IPv4", "IPv6", "IPv4 and IPv6"
}

// Open returns the opening that rules, which are sorted by priority, make to
// the whole range of ports for at least worldPercent of the public addresses
// of IPv4 or of IPv6. An allowed address counts unless a rule of a lower
// number denies it for all of the ports and all of the destinations.
func Open(rules []Rule, ports Ports, worldPercent int) (Opening, bool) {
	admitted, names := nothing, []string{}
	for i, r := range rules {
		if !r.Allow || !r.Covers(ports.Protocol, ports.From, ports.To) {
			continue
		}
		from := addresses(r.Sources)
		for _, earlier := range rules[:i] {
			if !earlier.Allow && earlier.Covers(ports.Protocol, ports.From, ports.To) && earlier.anyPort() && earlier.shields(r) {
				from = minus(from, addresses(earlier.Sources))
			}
		}
		if from = and(from, public); len(from.Prefixes()) == 0 {
			continue
		}
		admitted = or(admitted, from)
		if v4, v6 := share(from); v4 >= 1 || v6 >= 1 {
			names = append(names, r.Name)
		}
	}
	v4, v6 := share(admitted)
	o := Opening{Ports: ports, Rules: names}
	switch world := float64(worldPercent); {
	case v4 >= world && v6 >= world:
		o.Families = "IPv4 and IPv6"
	case v4 >= world:
		o.Families = "IPv4"
	case v6 >= world:
		o.Families = "IPv6"
	default:
		return o, false
	}
	return o, true
}

// anyPort reports whether the rule holds for every port of the sender.
func (r Rule) anyPort() bool {
	return slices.ContainsFunc(r.SourcePorts, func(s string) bool {
		from, to, ok := portRange(s)
		return ok && from <= 1 && to == 65535
	})
}

// shields reports whether a rule that denies holds for every destination of
// one that allows. Rules are matched after a public address has been turned
// into the private one, which VirtualNetwork holds by definition.
func (r Rule) shields(allow Rule) bool {
	if slices.ContainsFunc(r.Destinations, func(d string) bool {
		return d == "*" || strings.EqualFold(d, "Any") || strings.EqualFold(d, "VirtualNetwork")
	}) {
		return true
	}
	if len(allow.Destinations) == 0 {
		return false
	}
	covered := prefixes(r.Destinations)
	for _, d := range allow.Destinations {
		one := prefixes([]string{d})
		if d == "*" || strings.EqualFold(d, "Any") {
			one = everything
		}
		if len(one.Prefixes()) == 0 || len(minus(one, covered).Prefixes()) > 0 {
			return false
		}
	}
	return true
}

// addresses is the set of a rule's sources. Internet is what lies outside the
// virtual network and is reached by the public internet; no other service tag
// takes in the public at large ("Virtual network service tags").
func addresses(sources []string) *netipx.IPSet {
	for _, s := range sources {
		switch strings.ToLower(s) {
		case "*", "any", "internet":
			return everything
		}
	}
	return prefixes(sources)
}

// prefixes is the set of what words are prefixes, addresses or ranges.
func prefixes(words []string) *netipx.IPSet {
	var b netipx.IPSetBuilder
	for _, w := range words {
		w = strings.TrimSpace(w)
		if p, err := netip.ParsePrefix(w); err == nil {
			b.AddPrefix(p.Masked())
		} else if a, err := netip.ParseAddr(w); err == nil {
			b.Add(a)
		} else if r, err := netipx.ParseIPRange(w); err == nil {
			b.AddRange(r)
		}
	}
	return built(&b)
}

// share returns what percentage of the public addresses of each family set holds.
func share(set *netipx.IPSet) (v4, v6 float64) {
	has4, has6 := sizes(and(set, public))
	return percent(has4, allPublic4), percent(has6, allPublic6)
}

var allPublic4, allPublic6 = sizes(public)

func percent(part, whole *big.Int) float64 {
	f, _ := new(big.Rat).SetFrac(new(big.Int).Mul(part, big.NewInt(100)), whole).Float64()
	return f
}

func sizes(set *netipx.IPSet) (v4, v6 *big.Int) {
	v4, v6 = new(big.Int), new(big.Int)
	for _, p := range set.Prefixes() {
		n := new(big.Int).Lsh(big.NewInt(1), uint(p.Addr().BitLen()-p.Bits()))
		if p.Addr().Is4() {
			v4.Add(v4, n)
		} else {
			v6.Add(v6, n)
		}
	}
	return v4, v6
}

func setOf(prefixes ...string) *netipx.IPSet {
	var b netipx.IPSetBuilder
	for _, p := range prefixes {
		b.AddPrefix(netip.MustParsePrefix(p))
	}
	return built(&b)
}

func built(b *netipx.IPSetBuilder) *netipx.IPSet {
	s, err := b.IPSet()
	if err != nil {
		return nothing
	}
	return s
}

func combine(a *netipx.IPSet, do func(*netipx.IPSetBuilder)) *netipx.IPSet {
	var b netipx.IPSetBuilder
	b.AddSet(a)
	do(&b)
	return built(&b)
}

func minus(a, x *netipx.IPSet) *netipx.IPSet {
	return combine(a, func(b *netipx.IPSetBuilder) { b.RemoveSet(x) })
}
func or(a, x *netipx.IPSet) *netipx.IPSet {
	return combine(a, func(b *netipx.IPSetBuilder) { b.AddSet(x) })
}
func and(a, x *netipx.IPSet) *netipx.IPSet {
	return combine(a, func(b *netipx.IPSetBuilder) { b.Intersect(x) })
}
