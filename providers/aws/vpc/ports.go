package vpc

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Ports is a range of ports of one protocol, both ends included.
type Ports struct {
	Protocol string // tcp or udp
	From, To int
}

// The greatest port, and every protocol.
const (
	lastPort    = 65535
	allProtocol = "-1"
)

// AllPorts is every port of a protocol on which something can listen.
func AllPorts(protocol string) Ports { return Ports{protocol, 1, lastPort} }

// ParsePorts reads "22", "8000-8010", "udp/161": TCP where no protocol is named.
func ParsePorts(word string) (Ports, error) {
	p := Ports{Protocol: "tcp"}
	rest := strings.TrimSpace(word)
	if name, ports, ok := strings.Cut(rest, "/"); ok {
		p.Protocol, rest = strings.ToLower(name), ports
	}
	from, to, ranged := strings.Cut(rest, "-")
	if !ranged {
		to = from
	}
	var err1, err2 error
	p.From, err1 = strconv.Atoi(from)
	p.To, err2 = strconv.Atoi(to)
	if err1 != nil || err2 != nil || p.From < 0 || p.To > lastPort || p.From > p.To || p.Protocol != "tcp" && p.Protocol != "udp" {
		return Ports{}, fmt.Errorf("%q is not a port: write 22, 8000-8010 or udp/161", word)
	}
	return p, nil
}

func (p Ports) String() string {
	switch {
	case p.From <= 1 && p.To == lastPort:
		return "all " + p.Protocol + " ports"
	case p.From == p.To:
		return p.Protocol + " " + strconv.Itoa(p.From)
	}
	return fmt.Sprintf("%s %d-%d", p.Protocol, p.From, p.To)
}

// A span is the ports that a rule is about.
type span struct{ from, to int }

// split cuts p where one of the spans begins or ends, so that each of the
// spans holds a piece whole or not at all.
func (p Ports) split(spans []span) []Ports {
	cuts := []int{p.From}
	for _, s := range spans {
		for _, at := range []int{s.from, s.to + 1} {
			if at > p.From && at <= p.To {
				cuts = append(cuts, at)
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []Ports
	for i, at := range cuts {
		to := p.To
		if i+1 < len(cuts) {
			to = cuts[i+1] - 1
		}
		out = append(out, Ports{p.Protocol, at, to})
	}
	return out
}

// Joined joins neighbours of one protocol, for messages.
func Joined(all []Ports) []Ports {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b Ports) int {
		if c := strings.Compare(a.Protocol, b.Protocol); c != 0 {
			return c
		}
		return a.From - b.From
	})
	var out []Ports
	for _, p := range all {
		if n := len(out); n > 0 && out[n-1].Protocol == p.Protocol && p.From <= out[n-1].To+1 {
			out[n-1].To = max(out[n-1].To, p.To)
			continue
		}
		out = append(out, p)
	}
	return out
}

// protocol is the name of the protocols with ports, the number of others, and
// "-1" for all: EC2 gives names in security groups and numbers in network ACLs.
func protocol(p string) string {
	switch p {
	case "6":
		return "tcp"
	case "17":
		return "udp"
	}
	return strings.ToLower(p)
}
