package network

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/network"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

func is(name string, want checks.Verdict, parts ...inventory.Part) checktest.Case {
	return checktest.Case{Name: name, Have: inventory.Fixture(parts...), Want: []checks.Verdict{want}}
}

func ranked(s checks.Severity, c checktest.Case) checktest.Case {
	c.Severity = s
	return c
}

func enforced(constraint string, on bool) inventory.Part {
	return inventory.Rows(orgpolicy.Projects, &orgpolicy.Project{Policies: []orgpolicy.Policy{{Constraint: constraint, Enforced: inventory.Of(on)}}})
}

// rule is one that lets everybody in to a port of TCP, changed by edit.
func rule(port string, edit ...func(*network.Rule)) network.Rule {
	r := network.Rule{Name: "r", Priority: 1000, Action: network.Allow, Layer4: []network.Layer4{{Protocol: "tcp"}}, Sources: network.Sources{Ranges: []string{"0.0.0.0/0"}}}
	if port != "" {
		r.Layer4[0].Ports = []string{port}
	}
	for _, e := range edit {
		e(&r)
	}
	return r
}

func from(ranges ...string) func(*network.Rule) {
	return func(r *network.Rule) { r.Sources.Ranges = ranges }
}
func tagged(tags ...string) func(*network.Rule) {
	return func(r *network.Rule) { r.Targets.Tags = tags }
}
func denies(priority int) func(*network.Rule) {
	return func(r *network.Rule) { r.Action, r.Priority = network.Deny, priority }
}

const net = "//compute.googleapis.com/projects/111122223333/global/networks/n"

// firewall is a firewall rule of the network net.
func firewall(id string, r network.Rule, edit ...func(*network.Firewall)) *network.Firewall {
	f := &network.Firewall{Resource: inventory.Resource{ID: id}, Network: inventory.Of(net), Disabled: inventory.Of(false), Egress: inventory.Of(false), Rule: inventory.Of(r)}
	for _, e := range edit {
		e(f)
	}
	return f
}

// around is a network with one machine in it, without firewall policies.
func around() []inventory.Part { return setting(false, "web", false, nil, nil) }

// setting is what surrounds the rules: whether instances of other projects may
// be in the network, the tag of its one instance, whether network firewall
// policies are asked first, and the rules of those and of the ones above.
func setting(shared bool, tag string, first bool, own, above []network.Rule) []inventory.Part {
	policy := func(id string, rules []network.Rule) *network.FirewallPolicy {
		return &network.FirewallPolicy{Resource: inventory.Resource{ID: id}, Rules: inventory.Of(rules), Attached: inventory.Of([]string{net}), System: inventory.Of(false)}
	}
	return []inventory.Part{
		inventory.Rows(compute.Projects, &compute.Project{Resource: inventory.Resource{ID: "p"}, Host: inventory.Of(shared)}),
		inventory.Rows(network.Networks, &network.Network{Resource: inventory.Resource{ID: "n", Full: net}, PolicyFirst: inventory.Of(first)}),
		inventory.Rows(network.FirewallPolicies, policy("own", own)),
		inventory.Rows(network.InheritedPolicies, policy("above", above)),
		inventory.Rows(compute.Instances, &compute.Instance{
			Resource: inventory.Resource{ID: "web"}, NetworkTags: inventory.Of([]string{tag}), ServiceAccounts: inventory.Of([]compute.ServiceAccount{{Email: "web@p"}}),
			Interfaces: inventory.Of([]compute.Interface{{Network: net}}),
		}),
	}
}

// admitting is a hierarchical policy that lets everybody in to everything.
func admitting(at string) inventory.Part {
	return inventory.Rows(network.InheritedPolicies, &network.FirewallPolicy{
		Resource: inventory.Resource{ID: "open"}, Rules: inventory.Of([]network.Rule{rule("")}), Attached: inventory.Of([]string{at}), System: inventory.Of(false),
	})
}

func rules(f ...*network.Firewall) inventory.Part { return inventory.Rows(network.Firewalls, f...) }

// firewallCases are the cases of a check of one port of TCP.
func firewallCases(port string, severity checks.Severity) []checktest.Case {
	with := func(parts []inventory.Part, f ...*network.Firewall) []inventory.Part {
		return append(parts, rules(f...))
	}
	two := func(name string, first, second checks.Verdict, parts []inventory.Part) checktest.Case {
		return checktest.Case{Name: name, Have: inventory.Fixture(parts...), Want: []checks.Verdict{first, second}}
	}
	open := rule(port, tagged("web"))
	closed := []network.Rule{rule("", denies(10))}
	return []checktest.Case{
		is("an office", checks.Pass, with(around(), firewall("a", rule(port, from("198.51.100.0/24"))))...),
		ranked(severity, is("the world", checks.Fail, with(around(), firewall("a", open))...)),
		is("the world, by halves", checks.Fail, with(around(), firewall("a", rule(port, from("0.0.0.0/1", "128.0.0.0/1"))))...),
		is("the world of IPv6", checks.Fail, with(around(), firewall("a", rule(port, from("::/0"))))...),
		is("every port", checks.Fail, with(around(), firewall("a", rule("")))...),
		is("every protocol", checks.Fail, with(around(), firewall("a", rule("", func(r *network.Rule) { r.Layer4 = []network.Layer4{{Protocol: "all"}} })))...),
		is("another port", checks.Pass, with(around(), firewall("a", rule("8443")))...),
		is("disabled", checks.NotApplicable, with(around(), firewall("a", open, func(f *network.Firewall) { f.Disabled = inventory.Of(true) }))...),
		is("what goes out", checks.NotApplicable, with(around(), firewall("a", open, func(f *network.Firewall) { f.Egress = inventory.Of(true) }))...),
		two("denied first", checks.Pass, checks.NotApplicable, with(around(), firewall("a", open), firewall("b", rule(port, denies(900))))),
		two("denied last", checks.Fail, checks.NotApplicable, with(around(), firewall("a", open), firewall("b", rule(port, denies(2000))))),
		two("denied by a disabled rule", checks.Fail, checks.NotApplicable, with(around(), firewall("a", open), firewall("b", rule(port, denies(900)), func(f *network.Firewall) { f.Disabled = inventory.Of(true) }))),
		two("denied in another network", checks.Fail, checks.NotApplicable, with(around(), firewall("a", open), firewall("b", rule(port, denies(900)), func(f *network.Firewall) { f.Network = inventory.Of("m") }))),
		two("perhaps denied first", checks.Unknown, checks.Unknown, with(around(), firewall("a", open), firewall("b", open, func(f *network.Firewall) { f.Rule = hidden[network.Rule]() }))),
		ranked(checks.Low, is("no instance has the tag", checks.Fail, with(setting(false, "db", false, nil, nil), firewall("a", open))...)),
		ranked(severity, is("instances of other projects may have the tag", checks.Fail, with(setting(true, "db", false, nil, nil), firewall("a", open))...)),
		ranked(checks.Low, is("denied above", checks.Fail, with(setting(false, "web", false, nil, closed), firewall("a", open))...)),
		ranked(severity, is("denied by a policy that is asked after", checks.Fail, with(setting(false, "web", false, closed, nil), firewall("a", open))...)),
		ranked(checks.Low, is("denied by a policy that is asked first", checks.Fail, with(setting(false, "web", true, closed, nil), firewall("a", open))...)),
		ranked(severity, is("let in above, where the policies are asked in an order that is not known", checks.Fail, append(with(setting(false, "web", false, nil, closed), firewall("a", open)), admitting("folders/2"))...)),
		ranked(severity, is("let in above a policy that is asked first", checks.Fail, append(with(setting(false, "web", true, closed, nil), firewall("a", open)), admitting("folders/2"))...)),
		is("hidden", checks.Unknown, with(around(), firewall("a", open, func(f *network.Firewall) { f.Rule = hidden[network.Rule]() }))...),
	}
}

// policy is a firewall policy that is attached to a network.
func policy(edit func(*network.FirewallPolicy), r ...network.Rule) *network.FirewallPolicy {
	f := &network.FirewallPolicy{Resource: inventory.Resource{ID: "f"}, Rules: inventory.Of(r), Attached: inventory.Of([]string{net}), System: inventory.Of(false)}
	if edit != nil {
		edit(f)
	}
	return f
}

// policyCases are the cases of a check of firewall policies.
func policyCases(of *inventory.Type[network.FirewallPolicy]) []checktest.Case {
	have := func(f *network.FirewallPolicy) inventory.Part { return inventory.Rows(of, f) }
	unread := func(r *network.Rule) { r.Sources = network.Sources{Unread: []string{"office"}} }
	return []checktest.Case{
		is("Identity-Aware Proxy", checks.Pass, have(policy(nil, rule("22", from("35.235.240.0/20"))))),
		ranked(checks.High, is("the world", checks.Fail, have(policy(nil, rule("22"))))),
		is("Remote Desktop", checks.Fail, have(policy(nil, rule("3389")))),
		is("denied first", checks.Pass, have(policy(nil, rule("22"), rule("22", denies(10))))),
		is("left to what comes next", checks.Pass, have(policy(nil, rule("22", func(r *network.Rule) { r.Action = network.Next })))),
		ranked(checks.Low, is("attached to nothing", checks.Fail, have(policy(func(f *network.FirewallPolicy) { f.Attached = inventory.Of([]string(nil)) }, rule("22"))))),
		is("of Google", checks.NotApplicable, have(policy(func(f *network.FirewallPolicy) { f.System = inventory.Of(true) }, rule("22")))),
		is("an address group", checks.Unknown, have(policy(nil, rule("22", unread)))),
		is("an address group for another port", checks.Pass, have(policy(nil, rule("443", unread)))),
		is("hidden", checks.Unknown, have(policy(func(f *network.FirewallPolicy) { f.Rules = hidden[[]network.Rule]() }))),
	}
}
