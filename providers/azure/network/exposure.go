package network

import (
	"slices"
	"strings"

	"go4.org/netipx"

	"demarc/providers/addresses"
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
	admitted, names := addresses.Nothing, []string{}
	for i, r := range rules {
		if !r.Allow || !r.Covers(ports.Protocol, ports.From, ports.To) {
			continue
		}
		open := from(r.Sources)
		for _, earlier := range rules[:i] {
			if !earlier.Allow && earlier.Covers(ports.Protocol, ports.From, ports.To) && earlier.anyPort() && earlier.shields(r) {
				open = addresses.Minus(open, from(earlier.Sources))
			}
		}
		if open = addresses.Intersect(open, addresses.Public); addresses.Empty(open) {
			continue
		}
		admitted = addresses.Union(admitted, open)
		if v4, v6 := addresses.Share(open); v4 >= 1 || v6 >= 1 {
			names = append(names, r.Name)
		}
	}
	o := Opening{Ports: ports, Rules: names, Families: addresses.Families(admitted, worldPercent)}
	return o, o.Families != ""
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
	covered, _ := addresses.Parse(r.Destinations)
	for _, d := range allow.Destinations {
		one, _ := addresses.Parse([]string{d})
		if d == "*" || strings.EqualFold(d, "Any") {
			one = addresses.Everything
		}
		if addresses.Empty(one) || !addresses.Empty(addresses.Minus(one, covered)) {
			return false
		}
	}
	return true
}

// from is the set of a rule's sources. Internet is what lies outside the
// virtual network and is reached by the public internet; no other service tag
// takes in the public at large ("Virtual network service tags").
func from(sources []string) *netipx.IPSet {
	for _, s := range sources {
		switch strings.ToLower(s) {
		case "*", "any", "internet":
			return addresses.Everything
		}
	}
	set, _ := addresses.Parse(sources)
	return set
}
