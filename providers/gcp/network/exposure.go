package network

import (
	"slices"

	"go4.org/netipx"

	"demarc/providers/addresses"
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
	admitted := addresses.Nothing
	for i, r := range rules {
		if !r.Admits() || !covers(i) {
			continue
		}
		from := r.Sources.addresses()
		for k, first := range rules {
			if !first.Admits() && first.before(r) && covers(k) && first.shields(r) {
				from = addresses.Minus(from, first.Sources.taken())
			}
		}
		if from = addresses.Intersect(from, addresses.Public); addresses.Empty(from) {
			continue
		}
		admitted = addresses.Union(admitted, from)
		if v4, v6 := addresses.Share(from); v4 >= 1 || v6 >= 1 {
			o.Rules = append(o.Rules, r.Name)
		}
	}
	slices.Sort(o.Rules)
	o.Families = addresses.Families(admitted, worldPercent)
	return o, o.Families != ""
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
		return addresses.Nothing
	case len(s.Ranges) > 0:
		set, _ := addresses.Parse(s.Ranges)
		return set
	case s.Inside || len(s.Unread) > 0:
		return addresses.Nothing
	}
	return addresses.Everything
}

// taken is the set that a rule that denies is sure to match: sets that the
// answer does not tell may narrow it.
func (s Sources) taken() *netipx.IPSet {
	if len(s.Unread) > 0 {
		return addresses.Nothing
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
	left := addresses.Intersect(rule.Sources.addresses(), addresses.Public)
	for _, d := range denials {
		taken := d.Sources.taken()
		for _, r := range policy {
			if r.Action != Deny && r.Priority < d.Priority && r.touches(ports) {
				if len(r.Sources.Unread) > 0 {
					taken = addresses.Nothing
				}
				taken = addresses.Minus(taken, r.Sources.addresses())
			}
		}
		left = addresses.Minus(left, taken)
	}
	return addresses.Families(left, worldPercent) == ""
}

// Admitted reports whether a rule of a policy may let anybody of the internet
// in to any of the ports.
func Admitted(policy []Rule, ports Ports) bool {
	return slices.ContainsFunc(policy, func(r Rule) bool {
		return r.Admits() && r.touches(ports) && (len(r.Sources.Unread) > 0 || r.Sources.addresses().Overlaps(addresses.Public))
	})
}

func (t Targets) everywhere(network string) bool {
	return t.Any() && (len(t.Networks) == 0 || slices.Contains(t.Networks, network))
}

// readable reports whether every word is a prefix or an address.
func readable(words []string) bool {
	_, others := addresses.Parse(words)
	return len(others) == 0
}

// within reports whether every address of part is one of whole.
func within(part, whole []string) bool {
	inner, _ := addresses.Parse(part)
	outer, _ := addresses.Parse(whole)
	return addresses.Empty(addresses.Minus(inner, outer))
}
