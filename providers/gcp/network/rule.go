package network

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Rule is one rule for traffic that comes in: a firewall rule of a network,
// or a rule of a firewall policy.
type Rule struct {
	Name     string
	Priority int // the lower number is matched first
	Action   string
	Layer4   []Layer4
	Sources  Sources
	Targets  Targets
	Dests    []string // destination ranges; none: every destination, unless DestsUnread

	DestsUnread bool // destinations too whose addresses are not in the answer
}

// What a rule does with what it matches. Next leaves the traffic to what is
// asked after the policy.
const (
	Allow   = "allow"
	Deny    = "deny"
	Next    = "goto_next"
	Inspect = "apply_security_profile_group" // lets in what the inspection has nothing against
)

// Layer4 is a protocol, with ports for those that have them.
type Layer4 struct {
	Protocol string // "tcp", "udp", "all", …
	Ports    []string
}

// Sources is where traffic comes from. No set at all is every source.
type Sources struct {
	Ranges []string
	Inner  bool     // only traffic that does not come from the internet
	Inside bool     // instances too, by tag or by service account: addresses of the network
	Unread []string // address groups, countries, names: sets whose addresses are not in the answer
}

// Targets is which instances a rule is for; every instance where all are empty.
type Targets struct {
	Tags     []string // network tags, or secure tags in a policy
	Accounts []string // service accounts
	Networks []string // full names; of hierarchical firewall policies
}

// protocols are the numbers of the protocols that rules name (the registry of
// the IANA).
var protocols = map[string]string{"6": "tcp", "17": "udp", "1": "icmp", "132": "sctp", "50": "esp", "51": "ah", "4": "ipip"}

// layer4 reads a protocol and its ports; false where a word is no port.
func layer4(protocol string, ports []string) (Layer4, bool) {
	l := Layer4{Protocol: strings.ToLower(strings.TrimSpace(protocol)), Ports: ports}
	if name := protocols[l.Protocol]; name != "" {
		l.Protocol = name
	}
	for _, p := range ports {
		if _, _, ok := portRange(p); !ok {
			return l, false
		}
	}
	return l, l.Protocol != ""
}

func portRange(s string) (from, to int, ok bool) {
	a, b, ranged := strings.Cut(strings.TrimSpace(s), "-")
	if !ranged {
		b = a
	}
	from, err := strconv.Atoi(a)
	to, bad := strconv.Atoi(b)
	return from, to, err == nil && bad == nil && 0 <= from && from <= to && to <= 65535
}

// Covers reports whether the rule speaks of the whole range of ports of the
// protocol: "if not specified, this rule applies to connections through any
// port".
func (r Rule) Covers(p Ports) bool {
	var spans [][2]int
	for _, l := range r.Layer4 {
		if l.Protocol != "all" && l.Protocol != p.Protocol {
			continue
		}
		if len(l.Ports) == 0 {
			return true
		}
		for _, word := range l.Ports {
			if from, to, ok := portRange(word); ok {
				spans = append(spans, [2]int{from, to})
			}
		}
	}
	slices.SortFunc(spans, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	at := p.From // the first port that is not covered yet
	for _, s := range spans {
		if s[0] <= at {
			at = max(at, s[1]+1)
		}
	}
	return at > p.To
}

// touches reports whether the rule speaks of any of the ports of the protocol.
func (r Rule) touches(p Ports) bool {
	return slices.ContainsFunc(r.Layer4, func(l Layer4) bool {
		if l.Protocol != "all" && l.Protocol != p.Protocol {
			return false
		}
		return len(l.Ports) == 0 || slices.ContainsFunc(l.Ports, func(s string) bool {
			from, to, ok := portRange(s)
			return ok && from <= p.To && p.From <= to
		})
	})
}

// shields reports whether the rule, which takes traffic away, holds for every
// target and every destination of the other.
func (r Rule) shields(other Rule) bool {
	return covers(r.Targets, other.Targets) && (r.anywhere() || len(other.Dests) > 0 && !other.DestsUnread && within(other.Dests, r.Dests))
}

// anywhere reports whether the rule is for every destination.
func (r Rule) anywhere() bool { return len(r.Dests) == 0 && !r.DestsUnread }

// covers reports whether every instance of the targets b is one of a: the rule
// is for all, or each word of b is a word of a.
func covers(a, b Targets) bool {
	if len(a.Networks) > 0 && (len(b.Networks) == 0 || !subset(b.Networks, a.Networks)) {
		return false
	}
	switch {
	case len(a.Tags) == 0 && len(a.Accounts) == 0:
		return true
	case len(a.Tags) > 0:
		return len(b.Tags) > 0 && len(b.Accounts) == 0 && subset(b.Tags, a.Tags)
	}
	return len(b.Accounts) > 0 && len(b.Tags) == 0 && subset(b.Accounts, a.Accounts)
}

func subset(part, whole []string) bool {
	return !slices.ContainsFunc(part, func(s string) bool { return !slices.Contains(whole, s) })
}

// Any reports whether the rule is for every instance of its network.
func (t Targets) Any() bool { return len(t.Tags) == 0 && len(t.Accounts) == 0 }
