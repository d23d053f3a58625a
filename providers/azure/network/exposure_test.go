package network

import (
	"cmp"
	"slices"
	"testing"
)

func TestOpen(t *testing.T) {
	rule := func(priority int, allow bool, edit ...func(*Rule)) Rule {
		r := Rule{
			Name: "r", Priority: priority, Allow: allow, Protocol: "*",
			Sources: []string{"*"}, SourcePorts: []string{"*"}, Destinations: []string{"*"}, Ports: []string{"*"},
		}
		for _, e := range edit {
			e(&r)
		}
		return r
	}
	from := func(sources ...string) func(*Rule) { return func(r *Rule) { r.Sources = sources } }
	to := func(destinations ...string) func(*Rule) { return func(r *Rule) { r.Destinations = destinations } }
	port := func(ports ...string) func(*Rule) { return func(r *Rule) { r.Ports = ports } }
	over := func(protocol string) func(*Rule) { return func(r *Rule) { r.Protocol = protocol } }
	out := func(ports ...string) func(*Rule) { return func(r *Rule) { r.SourcePorts = ports } }
	for _, tc := range []struct {
		name  string
		rules []Rule
		want  string
	}{
		{"everything", []Rule{rule(100, true)}, "IPv4 and IPv6"},
		{"the tag", []Rule{rule(100, true, from("Internet"))}, "IPv4 and IPv6"},
		{"the tag in lower case", []Rule{rule(100, true, from("internet"))}, "IPv4 and IPv6"},
		{"IPv4", []Rule{rule(100, true, from("0.0.0.0/0"))}, "IPv4"},
		{"IPv6", []Rule{rule(100, true, from("::/0"))}, "IPv6"},
		{"halves of two rules", []Rule{rule(100, true, from("0.0.0.0/3")), rule(110, true, from("32.0.0.0/3"))}, "IPv4"},
		{"a range of ports", []Rule{rule(100, true, port("80", "20-25"))}, "IPv4 and IPv6"},
		{"another port", []Rule{rule(100, true, port("80"))}, ""},
		{"another protocol", []Rule{rule(100, true, over("udp"))}, ""},
		{"an application security group", []Rule{rule(100, true, from())}, ""},
		{"private addresses", []Rule{rule(100, true, from("10.0.0.0/8"))}, ""},
		{"another service tag", []Rule{rule(100, true, from("AzureLoadBalancer"))}, ""},
		{"denied before", []Rule{rule(100, false), rule(110, true)}, ""},
		{"denied after", []Rule{rule(100, true), rule(110, false)}, "IPv4 and IPv6"},
		{"the tag denied before", []Rule{rule(100, false, from("Internet")), rule(110, true)}, ""},
		{"IPv4 denied before", []Rule{rule(100, false, from("0.0.0.0/0")), rule(110, true)}, "IPv6"},
		{"an office denied before", []Rule{rule(100, false, from("198.51.100.0/24", "52.0.0.0/16")), rule(110, true)}, "IPv4 and IPv6"},
		{"denied by halves before", []Rule{rule(100, false, from("0.0.0.0/1", "128.0.0.0/1", "::/0")), rule(110, true)}, ""},
		{"denied for TCP before", []Rule{rule(100, false, over("tcp")), rule(110, true)}, ""},
		{"denied for UDP before", []Rule{rule(100, false, over("udp")), rule(110, true)}, "IPv4 and IPv6"},
		{"denied for the port before", []Rule{rule(100, false, port("22")), rule(110, true)}, ""},
		{"denied for another port before", []Rule{rule(100, false, port("23")), rule(110, true)}, "IPv4 and IPv6"},
		{"denied for one port of the sender", []Rule{rule(100, false, out("53")), rule(110, true)}, "IPv4 and IPv6"},
		{"denied for the network before", []Rule{rule(100, false, to("VirtualNetwork")), rule(110, true)}, ""},
		{"denied for one machine before", []Rule{rule(100, false, to("10.0.0.4")), rule(110, true)}, "IPv4 and IPv6"},
		{"denied for the very machine", []Rule{rule(100, false, to("10.0.0.0/24")), rule(110, true, to("10.0.0.4"))}, ""},
		{"denied for a group's machines", []Rule{rule(100, false, to()), rule(110, true)}, "IPv4 and IPv6"},
		{"a range of addresses", []Rule{rule(100, true, from("1.0.0.0-126.255.255.255"))}, "IPv4"},
	} {
		slices.SortFunc(tc.rules, func(a, b Rule) int { return cmp.Compare(a.Priority, b.Priority) })
		o, open := Open(tc.rules, Ports{"tcp", 22, 22}, 25)
		if open != (tc.want != "") || o.Families != tc.want {
			t.Errorf("%s: open to %q, want %q", tc.name, o.Families, tc.want)
		}
		if open && !slices.Contains(o.Rules, "r") {
			t.Errorf("%s: no rule is named", tc.name)
		}
	}
}
