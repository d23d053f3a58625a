package network

import (
	"fmt"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/gcp/compute"
	"demarc/providers/gcp/network"
	"demarc/providers/inventory"
)

// worldPercent is the parameter of everything that asks whether a rule's
// sources are the internet.
var worldPercent = &checks.Param{
	Name: "worldPercent", Default: 25, Unit: "percent of the public addresses of IPv4 or IPv6",
	Source: "from a quarter of the internet on, a range keeps no scanner out",
}

// firewallNeeds is what judgeFirewall asks: the rules, and what makes an open
// one lesser.
var firewallNeeds = []inventory.Source{
	network.Firewalls, network.Networks, network.FirewallPolicies, network.InheritedPolicies, compute.Instances, compute.Projects,
}

// portsOf reads a parameter that lists ports: "22", "8000-8100". A word that
// is no port panics, which makes the result an ERROR: to go on would be to
// look at less than the user asked for.
func portsOf(p *checks.Probe, protocol string, param *checks.Param) (all []network.Ports) {
	for _, word := range p.Strings(param) {
		one := network.Ports{Protocol: protocol}
		if n, _ := fmt.Sscanf(word, "%d-%d", &one.From, &one.To); n == 1 {
			one.To = one.From
		} else if n != 2 {
			panic("no port: " + word)
		}
		for port := one.From; port <= one.To; port++ {
			all = append(all, network.Ports{Protocol: protocol, From: port, To: port})
		}
	}
	return all
}

// judgeFirewall reports the ports that a firewall rule lets the internet reach.
// Rules of the same network that are matched first and deny close them again;
// whether there are such rules must have been seen. A rule that no instance
// has, or that a firewall policy stops, is a lesser violation.
func judgeFirewall(p *checks.Probe, f *network.Firewall, ports []network.Ports) {
	egress, ok := f.Egress.Get(p)
	disabled, known := f.Disabled.Get(p)
	rule, read := f.Rule.Get(p)
	switch {
	case ok && egress:
		p.Skipf("the rule is for traffic that goes out")
		return
	case known && disabled:
		p.Skipf("the rule is disabled")
		return
	case read && !rule.Admits():
		p.Skipf("the rule lets nothing in")
		return
	case !ok || !known || !read:
		return
	}
	in, ok := f.Network.Get(p)
	if !ok {
		return
	}
	open := network.Openings([]network.Rule{rule}, ports, p.Int(worldPercent))
	if len(open) == 0 {
		return
	}
	open = network.Openings(append(denials(p, in), rule), ports, p.Int(worldPercent))
	if len(open) == 0 {
		return
	}
	tell(p, open)
	p.Evidence("sources", rule.Sources.Ranges)
	lesser := unused(p, rule, in)
	if lesser == "" {
		lesser = stopped(p, rule, in, open)
	}
	if lesser != "" {
		p.Rank(checks.Low)
	}
	p.Absentf("lets the internet in to %s%s", some(names(open)), lesser)
}

// denials are the rules of a network that are in force and deny.
func denials(p *checks.Probe, in string) (all []network.Rule) {
	for _, f := range network.Of.Get(p.Inv, p, "", in) {
		egress, ok := f.Egress.Get(p)
		disabled, known := f.Disabled.Get(p)
		rule, read := f.Rule.Get(p)
		if ok && known && read && !egress && !disabled && !rule.Admits() {
			all = append(all, rule)
		}
	}
	return all
}

// unused says that no instance has the rule, where that is sure: in a network
// that is shared, instances of other projects may have it.
func unused(p *checks.Probe, rule network.Rule, in string) string {
	var hidden inventory.Gaps // of no weight for the verdict
	project, ok := compute.Projects.The(p.Inv, "").Get(&hidden)
	if !ok {
		return ""
	}
	if shared, ok := project.Host.Get(&hidden); !ok || shared {
		return ""
	}
	for i := range compute.Instances.All(p.Inv, &hidden) {
		interfaces, _ := i.Interfaces.Get(&hidden)
		if !slices.ContainsFunc(interfaces, func(n compute.Interface) bool { return n.Network == in }) {
			continue
		}
		tags, _ := i.NetworkTags.Get(&hidden)
		accounts, _ := i.ServiceAccounts.Get(&hidden)
		tagged := slices.ContainsFunc(tags, func(t string) bool { return slices.Contains(rule.Targets.Tags, t) })
		named := slices.ContainsFunc(accounts, func(a compute.ServiceAccount) bool { return slices.Contains(rule.Targets.Accounts, a.Email) })
		if rule.Targets.Any() || tagged || named {
			return ""
		}
	}
	if len(hidden) > 0 {
		return ""
	}
	return "; no instance has the rule"
}

// stopped says which firewall policy, asked before the rules of the network,
// denies what the rule lets in, where one was seen to.
func stopped(p *checks.Probe, rule network.Rule, in string, open []network.Opening) string {
	var hidden inventory.Gaps
	stops := func(f *network.FirewallPolicy) bool {
		rules, ok := f.Rules.Get(&hidden)
		return ok && !slices.ContainsFunc(open, func(o network.Opening) bool {
			return !network.Stopped(rule, in, rules, o.Ports, p.Int(worldPercent))
		})
	}
	// What another policy lets in before, this one does not stop. That of the
	// organization comes before all; the order of others is not looked at.
	let := func(but *network.FirewallPolicy) bool {
		for g := range network.InheritedPolicies.All(p.Inv, &hidden) {
			rules, ok := g.Rules.Get(&hidden)
			if g != but && (!ok || slices.ContainsFunc(open, func(o network.Opening) bool { return network.Admitted(rules, o.Ports) })) {
				return true
			}
		}
		return false
	}
	for f := range network.InheritedPolicies.All(p.Inv, &hidden) {
		at, _ := f.Attached.Peek()
		top := slices.ContainsFunc(at, func(place string) bool { return strings.HasPrefix(place, "organizations/") })
		if stops(f) && (top || !let(f)) {
			return "; the hierarchical firewall policy " + f.ID + " denies it"
		}
	}
	n, ok := network.Networks.ByID(p.Inv, "", in).Get(&hidden)
	if !ok || n == nil {
		return ""
	}
	if first, ok := n.PolicyFirst.Get(&hidden); !ok || !first {
		return ""
	}
	for f := range network.FirewallPolicies.All(p.Inv, &hidden) {
		if attached, ok := f.Attached.Get(&hidden); ok && slices.Contains(attached, in) && f.Region == "" && stops(f) && !let(nil) {
			return "; the network firewall policy " + f.ID + ", which is asked first, denies it"
		}
	}
	return ""
}

// judgePolicy reports the ports that a firewall policy lets the internet reach.
// One that is attached to nothing lets nobody in yet.
func judgePolicy(p *checks.Probe, f *network.FirewallPolicy, ports []network.Ports) {
	if system, ok := f.System.Get(p); !ok || system {
		p.Skipf("the policy is managed by Google")
		return
	}
	rules, ok := f.Rules.Get(p)
	if !ok {
		return
	}
	open := network.Openings(rules, ports, p.Int(worldPercent))
	if len(open) == 0 {
		for _, one := range ports {
			for _, name := range network.Unread(rules, one) {
				p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the addresses of " + name + ", which a rule admits"})
			}
		}
		return
	}
	tell(p, open)
	lesser := ""
	if attached, ok := f.Attached.Get(p); ok && len(attached) == 0 {
		p.Rank(checks.Low)
		lesser = "; the policy is attached to nothing"
	}
	p.Failf("lets the internet in to %s%s", some(names(open)), lesser)
}

func tell(p *checks.Probe, open []network.Opening) {
	var rules, families []string
	for _, o := range open {
		rules = append(rules, o.Rules...)
		families = append(families, o.Families)
	}
	p.Evidence("ports", names(open))
	p.Evidence("rules", distinct(rules))
	p.Evidence("openTo", strings.Join(distinct(families), ", "))
}

func distinct(words []string) []string {
	words = slices.Clone(words)
	slices.Sort(words)
	return slices.Compact(words)
}

func names(open []network.Opening) (all []string) {
	for _, o := range open {
		switch {
		case o.From <= 1 && o.To == 65535:
			all = append(all, "every "+strings.ToUpper(o.Protocol)+" port")
		case o.From == o.To:
			all = append(all, fmt.Sprintf("%s/%d", o.Protocol, o.From))
		default:
			all = append(all, fmt.Sprintf("%s/%d-%d", o.Protocol, o.From, o.To))
		}
	}
	return all
}

// some lists a few of many, for messages.
func some(all []string) string {
	const few = 6
	if len(all) > few {
		return fmt.Sprintf("%s and %d more", strings.Join(all[:few], ", "), len(all)-few)
	}
	return strings.Join(all, ", ")
}

// firewallFix is what mends a firewall rule that is open.
func firewallFix() checks.Fix {
	return checks.Fix{
		Console:   "VPC network > Firewall > the rule > Edit > Source IPv4 ranges: the addresses that need it; or delete the rule. Administrators come through Identity-Aware Proxy: 35.235.240.0/20.",
		CLI:       "gcloud compute firewall-rules update <rule> --source-ranges=35.235.240.0/20",
		Terraform: "resource \"google_compute_firewall\" \"example\" {\n  source_ranges = [\"35.235.240.0/20\"]\n}",
	}
}

// policyFix is what mends a firewall policy that is open; command and resource
// are those of its kind.
func policyFix(command, resource string) checks.Fix {
	return checks.Fix{
		Console:   "Network Security > Firewall policies > the policy > the rule > Edit > Source: the addresses that need it; or delete the rule.",
		CLI:       "gcloud compute " + command + " rules update <priority> --firewall-policy=<policy> --src-ip-ranges=35.235.240.0/20",
		Terraform: "resource \"" + resource + "\" \"example\" {\n  match {\n    src_ip_ranges = [\"35.235.240.0/20\"]\n  }\n}",
	}
}
