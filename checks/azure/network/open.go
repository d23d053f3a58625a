package network

import (
	"fmt"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/network"
)

// worldPercent is the parameter of everything that asks whether a rule's
// sources are the internet.
var worldPercent = &checks.Param{
	Name: "worldPercent", Default: 25, Unit: "percent of the public addresses of IPv4 or IPv6",
	Source: "from a quarter of the internet on, a range keeps no scanner out",
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

// judgeGroup reports the ports that a security group lets the internet reach.
// A group that is attached to nothing lets nobody in yet: a lesser violation.
func judgeGroup(p *checks.Probe, g *network.SecurityGroup, ports []network.Ports) {
	rules, ok := g.Rules.Get(p)
	if !ok {
		return
	}
	var open, names, families []string
	add := func(list *[]string, s string) {
		if !slices.Contains(*list, s) {
			*list = append(*list, s)
		}
	}
	for _, one := range ports {
		o, opens := network.Open(rules, one, p.Int(worldPercent))
		if !opens {
			continue
		}
		add(&open, named(one))
		add(&families, o.Families)
		for _, r := range o.Rules {
			add(&names, r)
		}
	}
	if len(open) == 0 {
		return
	}
	p.Evidence("ports", open)
	p.Evidence("rules", names)
	p.Evidence("openTo", strings.Join(families, ", "))
	where := ""
	if n, ok := g.Attached.Get(p); ok && n == 0 {
		p.Rank(checks.Low)
		where = "; the group is attached to nothing"
	}
	p.Failf("admits the internet to %s%s", some(open), where)
}

func named(p network.Ports) string {
	switch {
	case p.From <= 1 && p.To == 65535:
		return "every " + strings.ToUpper(p.Protocol) + " port"
	case p.From == p.To:
		return fmt.Sprintf("%s/%d", p.Protocol, p.From)
	}
	return fmt.Sprintf("%s/%d-%d", p.Protocol, p.From, p.To)
}

// some lists a few of many, for messages.
func some(all []string) string {
	const few = 6
	if len(all) > few {
		return fmt.Sprintf("%s and %d more", strings.Join(all[:few], ", "), len(all)-few)
	}
	return strings.Join(all, ", ")
}

// groupFix is what mends a security group that is open.
func groupFix() checks.Fix {
	return checks.Fix{
		Console:   "Network security groups > the group > Settings > Inbound security rules: delete the rule, or give the addresses that need it as its source. Better: reach machines through Azure Bastion or a VPN, without any open port.",
		CLI:       "az network nsg rule update --resource-group <group> --nsg-name <nsg> --name <rule> --source-address-prefixes <addresses>",
		Terraform: "resource \"azurerm_network_security_rule\" \"example\" {\n  source_address_prefix = \"198.51.100.0/24\" # the addresses that need it\n}",
	}
}
