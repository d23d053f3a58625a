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

// An Opening is what rules let the internet reach.
type Opening struct {
	Ports
	Rules    []string // the rules that do
	Families string   // "IPv4", "IPv6", "IPv4 and IPv6"
}

// Open returns the opening that rules make to the whole range of ports for at
// least worldPercent of the public addresses of IPv4 or of IPv6. An allowed
// address counts unless a rule that is matched first takes it away for all of
// the ports, targets and destinations. The order of rules does not matter:
// their priority does.
func Open(rules []Rule, ports Ports, worldPercent int) (Opening, bool) {
	for _, o := range Openings(rules, []Ports{ports}, worldPercent) {
		return o, true
	}
	return Opening{Ports: ports}, false
}

// Openings is Open for several ranges of ports: those that are open.
func Openings(rules []Rule, ports []Ports, worldPercent int) (all []Opening) {
	type result struct {
		o    Opening
		open bool
	}
	known := map[string]result{} // by which rules cover the ports: the rest of an Opening follows
	for _, p := range ports {
		covers := make([]byte, len(rules))
		for i, r := range rules {
			if r.Covers(p) {
				covers[i] = 1
			}
		}
		got, ok := known[string(covers)]
		if !ok {
			got.o, got.open = opening(rules, func(i int) bool { return covers[i] == 1 }, worldPercent)
			known[string(covers)] = got
		}
		if got.open {
			got.o.Ports = p
			all = append(all, got.o)
		}
	}
	return all
}

func opening(rules []Rule, covers func(int) bool, worldPercent int) (o Opening, open bool) {
	admitted := nothing
	for i, r := range rules {
		if !r.Admits() || !covers(i) {
			continue
		}
		from := r.Sources.addresses()
		for k, first := range rules {
			if !first.Admits() && first.before(r) && covers(k) && first.shields(r) {
				from = minus(from, first.Sources.taken())
			}
		}
		if from = and(from, public); len(from.Prefixes()) == 0 {
			continue
		}
		admitted = or(admitted, from)
		if v4, v6 := share(from); v4 >= 1 || v6 >= 1 {
			o.Rules = append(o.Rules, r.Name)
		}
	}
	slices.Sort(o.Rules)
	v4, v6 := share(admitted)
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

// Admits reports whether the rule lets traffic in.
func (r Rule) Admits() bool { return r.Action == Allow || r.Action == Inspect }

// before reports whether the rule, which admits nothing, is matched before the
// other: "DENY rules take precedence over ALLOW rules if they have equal
// priority".
func (r Rule) before(other Rule) bool { return r.Priority <= other.Priority }

// addresses is the set of addresses that a rule that admits may take its
// traffic from, as far as the answer tells; Unread says what it does not.
func (s Sources) addresses() *netipx.IPSet {
	switch {
	case s.Inner:
		return nothing
	case len(s.Ranges) > 0:
		return prefixes(s.Ranges)
	case s.Inside || len(s.Unread) > 0:
		return nothing
	}
	return everything
}

// taken is the set that a rule that denies is sure to match: sets that the
// answer does not tell may narrow it.
func (s Sources) taken() *netipx.IPSet {
	if len(s.Unread) > 0 {
		return nothing
	}
	return s.addresses()
}

// Unread lists the sources of rules that admit traffic to the ports and that
// the answer names without their addresses.
func Unread(rules []Rule, ports Ports) (names []string) {
	for _, r := range rules {
		if r.Admits() && !r.Sources.Inner && r.Covers(ports) {
			names = append(names, r.Sources.Unread...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Stopped reports whether a firewall policy that is asked first keeps from the
// rule of a network what it opens: some rule of the policy that is for every
// instance denies it, and none that is matched before lets any of it through
// or on. Rules of a policy have secure tags and those of a network have network
// tags: neither says anything of the other.
func Stopped(rule Rule, network string, policy []Rule, ports Ports, worldPercent int) bool {
	var denials []Rule
	for _, d := range policy {
		if d.Action == Deny && d.Covers(ports) && d.Targets.everywhere(network) && d.anywhere() {
			denials = append(denials, d)
		}
	}
	if len(denials) == 0 {
		return false
	}
	left := and(rule.Sources.addresses(), public)
	for _, d := range denials {
		taken := d.Sources.taken()
		for _, r := range policy {
			if r.Action != Deny && r.Priority < d.Priority && r.touches(ports) {
				if len(r.Sources.Unread) > 0 {
					taken = nothing
				}
				taken = minus(taken, r.Sources.addresses())
			}
		}
		left = minus(left, taken)
	}
	v4, v6 := share(left)
	return v4 < float64(worldPercent) && v6 < float64(worldPercent)
}

// Admitted reports whether a rule of a policy may let anybody of the internet
// in to any of the ports.
func Admitted(policy []Rule, ports Ports) bool {
	return slices.ContainsFunc(policy, func(r Rule) bool {
		return r.Admits() && r.touches(ports) && (len(r.Sources.Unread) > 0 || len(and(r.Sources.addresses(), public).Prefixes()) > 0)
	})
}

func (t Targets) everywhere(network string) bool {
	return t.Any() && (len(t.Networks) == 0 || slices.Contains(t.Networks, network))
}

// prefixes is the set of what words are prefixes or addresses.
func prefixes(words []string) *netipx.IPSet {
	var b netipx.IPSetBuilder
	for _, w := range words {
		w = strings.TrimSpace(w)
		if p, err := netip.ParsePrefix(w); err == nil {
			b.AddPrefix(p.Masked())
		} else if a, err := netip.ParseAddr(w); err == nil {
			b.Add(a)
		}
	}
	return built(&b)
}

// readable reports whether every word is a prefix or an address.
func readable(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		_, p := netip.ParsePrefix(strings.TrimSpace(w))
		_, a := netip.ParseAddr(strings.TrimSpace(w))
		return p != nil && a != nil
	})
}

// within reports whether every address of part is one of whole.
func within(part, whole []string) bool {
	return len(minus(prefixes(part), prefixes(whole)).Prefixes()) == 0
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

func setOf(words ...string) *netipx.IPSet { return prefixes(words) }

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
