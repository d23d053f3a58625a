package network

import (
	"demarc/providers/gcp"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// A Firewall is a firewall rule of a network.
type Firewall struct {
	inventory.Resource
	Network  inventory.Known[string] // full name
	Disabled inventory.Known[bool]
	Egress   inventory.Known[bool] // it is for traffic that goes out
	Rule     inventory.Known[Rule]
}

type layer4JSON struct {
	Protocol string   `json:"IPProtocol"`
	Ports    []string `json:"ports"`
}

type firewallJSON struct {
	Network        *string      `json:"network"`
	Disabled       *bool        `json:"disabled"`
	Direction      *string      `json:"direction"`
	Priority       *int         `json:"priority"`
	Allowed        []layer4JSON `json:"allowed"`
	Denied         []layer4JSON `json:"denied"`
	SourceRanges   []string     `json:"sourceRanges"`
	SourceTags     []string     `json:"sourceTags"`
	SourceAccounts []string     `json:"sourceServiceAccounts"`
	TargetTags     []string     `json:"targetTags"`
	TargetAccounts []string     `json:"targetServiceAccounts"`
	Dests          []string     `json:"destinationRanges"`
}

var firewallQuery = gcp.Resources("compute.googleapis.com/Firewall")

const askedFirewall = "Cloud Asset Inventory compute.googleapis.com/Firewall"

// Firewalls lists the firewall rules of a project's networks.
var Firewalls = &inventory.Type[Firewall]{
	Kind: "gcp.network.Firewall", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: compute.Uses(firewallQuery),
	List: compute.List(func(h compute.Home, r inventory.Resource, j firewallJSON) *Firewall {
		return &Firewall{
			Resource: r,
			Network:  inventory.Map(inventory.FromPtr(j.Network, inventory.Unanswered[string](askedFirewall, "network")), h.Ref),
			// "If this is unspecified, the firewall rule will be enabled."
			Disabled: inventory.FromPtr(j.Disabled, inventory.Of(false)),
			Egress: inventory.Then(inventory.FromPtr(j.Direction, inventory.Unanswered[string](askedFirewall, "direction")), func(d string) inventory.Known[bool] {
				switch d {
				case "INGRESS", "EGRESS":
					return inventory.Of(d == "EGRESS")
				}
				return inventory.Unanswered[bool](askedFirewall, "a direction that is INGRESS or EGRESS")
			}),
			Rule: ruleOf(r.ID, j),
		}
	}, firewallQuery),
}

// ruleOf is a Gap where the rule lacks what decides, or says it in a form that
// is not known: it might be the one that opens the network, or that closes it.
func ruleOf(name string, j firewallJSON) inventory.Known[Rule] {
	if j.Priority == nil || len(j.Allowed)+len(j.Denied) == 0 {
		return inventory.Unanswered[Rule](askedFirewall, "the priority or the action of a rule")
	}
	r := Rule{
		Name: name, Priority: *j.Priority, Action: Allow, Dests: j.Dests,
		Sources: Sources{Ranges: j.SourceRanges, Inside: len(j.SourceTags)+len(j.SourceAccounts) > 0},
		Targets: Targets{Tags: j.TargetTags, Accounts: j.TargetAccounts},
	}
	if len(r.Sources.Ranges) == 0 && !r.Sources.Inside {
		// "If you omit a source range … Google Cloud uses the source IPv4
		// address range 0.0.0.0/0" ("VPC firewall rules", sources).
		r.Sources.Ranges = []string{"0.0.0.0/0"}
	}
	matches := j.Allowed
	if len(j.Denied) > 0 {
		r.Action, matches = Deny, j.Denied
	}
	for _, m := range matches {
		l, ok := layer4(m.Protocol, m.Ports)
		if !ok {
			return inventory.Unanswered[Rule](askedFirewall, "a protocol and ports of a known form")
		}
		r.Layer4 = append(r.Layer4, l)
	}
	if !readable(r.Sources.Ranges) || !readable(r.Dests) {
		return inventory.Unanswered[Rule](askedFirewall, "ranges of a known form")
	}
	return inventory.Of(r)
}

// Of finds the firewall rules of a network, by its full name.
var Of = &inventory.Index[Firewall]{
	Of: Firewalls,
	Keys: func(r inventory.Reader, f *Firewall) []string {
		n, ok := f.Network.Get(r)
		if !ok {
			return nil
		}
		return []string{n}
	},
}
