package network

import (
	"slices"
	"strings"
	"testing"
)

func tcp(ports ...string) []Layer4 { return []Layer4{{"tcp", ports}} }

func rule(priority int, action string, edit ...func(*Rule)) Rule {
	r := Rule{Name: "r", Priority: priority, Action: action, Layer4: []Layer4{{Protocol: "all"}}, Sources: Sources{Ranges: []string{"0.0.0.0/0", "::/0"}}}
	for _, e := range edit {
		e(&r)
	}
	return r
}

func from(ranges ...string) func(*Rule) {
	return func(r *Rule) { r.Sources = Sources{Ranges: ranges} }
}
func by(s Sources) func(*Rule)           { return func(r *Rule) { r.Sources = s } }
func over(l ...Layer4) func(*Rule)       { return func(r *Rule) { r.Layer4 = l } }
func tags(tags ...string) func(*Rule)    { return func(r *Rule) { r.Targets = Targets{Tags: tags} } }
func accounts(of ...string) func(*Rule)  { return func(r *Rule) { r.Targets = Targets{Accounts: of} } }
func dests(ranges ...string) func(*Rule) { return func(r *Rule) { r.Dests = ranges } }
func untold(ranges ...string) func(*Rule) {
	return func(r *Rule) { r.Dests, r.DestsUnread = ranges, true }
}

func TestOpen(t *testing.T) {
	const both, v4, v6 = "IPv4 and IPv6", "IPv4", "IPv6"
	deny := rule(100, Deny)
	for _, tc := range []struct {
		name  string
		rules []Rule
		want  string
	}{
		{"no rule", nil, ""},
		{"everything", []Rule{rule(1000, Allow)}, both},
		{"inspected", []Rule{rule(1000, Inspect)}, both},
		{"left to what comes next", []Rule{rule(1000, Next)}, ""},
		{"IPv4", []Rule{rule(1000, Allow, from("0.0.0.0/0"))}, v4},
		{"IPv6", []Rule{rule(1000, Allow, from("::/0"))}, v6},
		{"halves", []Rule{rule(1000, Allow, from("0.0.0.0/1", "128.0.0.0/1"))}, v4},
		{"halves of two rules", []Rule{rule(1000, Allow, from("0.0.0.0/3")), rule(2000, Allow, from("32.0.0.0/3"))}, v4},
		{"an office", []Rule{rule(1000, Allow, from("198.51.100.0/24", "52.0.0.0/16"))}, ""},
		{"Identity-Aware Proxy", []Rule{rule(1000, Allow, from("35.235.240.0/20"))}, ""},
		{"private addresses", []Rule{rule(1000, Allow, from("10.0.0.0/8", "192.168.0.0/16"))}, ""},
		{"by a tag alone", []Rule{rule(1000, Allow, by(Sources{Inside: true}))}, ""},
		{"by a tag or from everywhere", []Rule{rule(1000, Allow, by(Sources{Ranges: []string{"0.0.0.0/0"}, Inside: true}))}, v4},
		{"from no internet", []Rule{rule(1000, Allow, by(Sources{Ranges: []string{"0.0.0.0/0"}, Inner: true}))}, ""},
		{"no source", []Rule{rule(1000, Allow, by(Sources{}))}, both},
		{"an address group", []Rule{rule(1000, Allow, by(Sources{Unread: []string{"office"}}))}, ""},
		{"the port", []Rule{rule(1000, Allow, over(tcp("22")...))}, both},
		{"a range of ports", []Rule{rule(1000, Allow, over(tcp("80", "20-25")...))}, both},
		{"another port", []Rule{rule(1000, Allow, over(tcp("80", "443")...))}, ""},
		{"every port of TCP", []Rule{rule(1000, Allow, over(tcp()...))}, both},
		{"another protocol", []Rule{rule(1000, Allow, over(Layer4{Protocol: "udp"}))}, ""},
		{"denied first", []Rule{rule(1000, Allow), deny}, ""},
		{"denied first for IPv4", []Rule{rule(1000, Allow), rule(100, Deny, from("0.0.0.0/0"))}, v6},
		{"denied first by halves", []Rule{rule(1000, Allow, from("0.0.0.0/0")), rule(100, Deny, from("0.0.0.0/1")), rule(101, Deny, from("128.0.0.0/1"))}, ""},
		{"denied last", []Rule{rule(1000, Allow), rule(65534, Deny)}, both},
		{"denied at the same priority", []Rule{rule(1000, Allow), rule(1000, Deny)}, ""},
		{"an office denied first", []Rule{rule(1000, Allow), rule(100, Deny, from("52.0.0.0/16"))}, both},
		{"the port denied first", []Rule{rule(1000, Allow), rule(100, Deny, over(tcp("22")...))}, ""},
		{"another port denied first", []Rule{rule(1000, Allow), rule(100, Deny, over(tcp("23")...))}, both},
		{"denied first for some instances", []Rule{rule(1000, Allow), rule(100, Deny, tags("web"))}, both},
		{"denied first for the very instances", []Rule{rule(1000, Allow, tags("web")), rule(100, Deny, tags("db", "web"))}, ""},
		{"denied first for a part of the instances", []Rule{rule(1000, Allow, tags("web", "db")), rule(100, Deny, tags("web"))}, both},
		{"denied first for all, allowed for some", []Rule{rule(1000, Allow, tags("web")), deny}, ""},
		{"denied first for the identity", []Rule{rule(1000, Allow, accounts("a")), rule(100, Deny, accounts("a"))}, ""},
		{"denied first for another identity", []Rule{rule(1000, Allow, accounts("a")), rule(100, Deny, accounts("b"))}, both},
		{"tags and identities do not compare", []Rule{rule(1000, Allow, accounts("a")), rule(100, Deny, tags("a"))}, both},
		{"denied first to one address", []Rule{rule(1000, Allow), rule(100, Deny, dests("10.0.0.4/32"))}, both},
		{"denied first to the very address", []Rule{rule(1000, Allow, dests("10.0.0.4/32")), rule(100, Deny, dests("10.0.0.0/24"))}, ""},
		{"denied first to addresses that are not told", []Rule{rule(1000, Allow), rule(100, Deny, untold())}, both},
		{"both to addresses that are not told", []Rule{rule(1000, Allow, untold()), rule(100, Deny, untold())}, both},
		{"denied first to one of the addresses, of which some are not told", []Rule{rule(1000, Allow, untold("10.0.0.4/32")), rule(100, Deny, dests("10.0.0.4/32"))}, both},
		{"denied first to the very address, and to some that are not told", []Rule{rule(1000, Allow, dests("10.0.0.4/32")), rule(100, Deny, untold("10.0.0.4/32"))}, ""},
		{"denied first by a tag", []Rule{rule(1000, Allow), rule(100, Deny, by(Sources{Inside: true}))}, both},
		{"denied first by a country", []Rule{rule(1000, Allow), rule(100, Deny, by(Sources{Ranges: []string{"0.0.0.0/0", "::/0"}, Unread: []string{"DE"}}))}, both},
		{"left to what comes next first", []Rule{rule(1000, Allow), rule(100, Next)}, ""},
	} {
		for range 2 { // in either order
			o, open := Open(tc.rules, Ports{"tcp", 22, 22}, 25)
			if open != (tc.want != "") || o.Families != tc.want {
				t.Errorf("%s: open to %q, want %q", tc.name, o.Families, tc.want)
			}
			if open && !slices.Contains(o.Rules, "r") {
				t.Errorf("%s: no rule is named", tc.name)
			}
			slices.Reverse(tc.rules)
		}
	}
}

func TestCoversAllPorts(t *testing.T) {
	all := Ports{"tcp", 1, 65535}
	for words, want := range map[string]bool{"": true, "0-65535": true, "1-65535": true, "1-30000 30001-65535": true, "30001-65535 1-30000": true, "1-65534": false, "22": false, "1-20 22-65535": false} {
		if got := rule(0, Allow, over(Layer4{"tcp", strings.Fields(words)})).Covers(all); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}

func TestLayer4(t *testing.T) {
	for in, want := range map[string]string{"tcp": "tcp", "TCP": "tcp", "6": "tcp", "17": "udp", "all": "all", "47": "47"} {
		if l, ok := layer4(in, nil); !ok || l.Protocol != want {
			t.Errorf("%s is %q", in, l.Protocol)
		}
	}
	for _, bad := range []string{"x", "22-", "-1", "30-20", "70000", ""} {
		if _, ok := layer4("tcp", []string{bad}); ok {
			t.Errorf("the port %q is taken", bad)
		}
	}
	if _, ok := layer4("", nil); ok {
		t.Error("no protocol is taken for one")
	}
}

func TestStopped(t *testing.T) {
	open := rule(1000, Allow, over(tcp("22")...), tags("web"))
	only := func(networks ...string) func(*Rule) {
		return func(r *Rule) { r.Targets = Targets{Networks: networks} }
	}
	for _, tc := range []struct {
		name   string
		policy []Rule
		want   bool
	}{
		{"no rule", nil, false},
		{"denied", []Rule{rule(10, Deny)}, true},
		{"denied for the network", []Rule{rule(10, Deny, only("n"))}, true},
		{"denied for another network", []Rule{rule(10, Deny, only("m"))}, false},
		{"denied for some instances", []Rule{rule(10, Deny, tags("web"))}, false},
		{"denied to addresses that are not told", []Rule{rule(10, Deny, untold())}, false},
		{"denied for another port", []Rule{rule(10, Deny, over(tcp("23")...))}, false},
		{"let on first", []Rule{rule(10, Deny), rule(5, Next)}, false},
		{"an office let on first", []Rule{rule(10, Deny), rule(5, Next, from("52.0.0.0/16"))}, true},
		{"let in first", []Rule{rule(10, Deny), rule(5, Allow, over(tcp("20-30")...))}, false},
		{"another port let in first", []Rule{rule(10, Deny), rule(5, Allow, over(tcp("80")...))}, true},
		{"a group let on first", []Rule{rule(10, Deny), rule(5, Next, by(Sources{Unread: []string{"g"}}))}, false},
		{"let on last", []Rule{rule(10, Deny), rule(50, Next)}, true},
	} {
		if got := Stopped(open, "n", tc.policy, Ports{"tcp", 22, 22}, 25); got != tc.want {
			t.Errorf("%s: %v", tc.name, got)
		}
	}
}

// Whatever the rules say: a rule that denies opens nothing, one that admits
// closes nothing, and nothing breaks.
func FuzzOpen(f *testing.F) {
	f.Add("0.0.0.0/0", "tcp", "22", 1000, "0.0.0.0/1", "all", "", 100)
	f.Add("::/0", "6", "20-30", 0, "bad", "17", "x", 65535)
	f.Fuzz(func(t *testing.T, src, protocol, ports string, priority int, otherSrc, otherProtocol, otherPorts string, otherPriority int) {
		one, _ := layer4(protocol, strings.Fields(ports))
		two, _ := layer4(otherProtocol, strings.Fields(otherPorts))
		allow := Rule{Name: "a", Priority: priority, Action: Allow, Layer4: []Layer4{one}, Sources: Sources{Ranges: strings.Fields(src)}}
		other := Rule{Name: "b", Priority: otherPriority, Layer4: []Layer4{two}, Sources: Sources{Ranges: strings.Fields(otherSrc)}}
		ssh := Ports{"tcp", 22, 22}
		_, alone := Open([]Rule{allow}, ssh, 25)
		other.Action = Deny
		if _, open := Open([]Rule{allow, other}, ssh, 25); open && !alone {
			t.Error("a rule that denies opens")
		}
		other.Action = Allow
		if _, open := Open([]Rule{allow, other}, ssh, 25); !open && alone {
			t.Error("a rule that admits closes")
		}
		Stopped(allow, "n", []Rule{other}, ssh, 25)
	})
}
