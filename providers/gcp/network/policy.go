package network

import (
	"context"
	"iter"
	"slices"
	"strconv"
	"strings"

	"demarc/providers/gcp"
	"demarc/providers/gcp/compute"
	"demarc/providers/inventory"
)

// A FirewallPolicy holds rules for networks: those that it is associated with,
// or, in a hierarchical one, all below a folder or the organization.
type FirewallPolicy struct {
	inventory.Resource
	Rules    inventory.Known[[]Rule]   // for traffic that comes in, those in force
	Attached inventory.Known[[]string] // full names of networks; "folders/2", "organizations/3"
	System   inventory.Known[bool]     // a service of Google made it, and nobody else can change it
}

type policyRuleJSON struct {
	RuleName  string `json:"ruleName"`
	Priority  *int   `json:"priority"`
	Action    string `json:"action"`
	Direction string `json:"direction"`
	Disabled  bool   `json:"disabled"` // "if this is unspecified, the firewall policy rule will be enabled"
	Match     *struct {
		Layer4 []struct {
			Protocol string   `json:"ipProtocol"`
			Ports    []string `json:"ports"`
		} `json:"layer4Configs"`
		SrcRanges  []string   `json:"srcIpRanges"`
		SrcTags    []struct{} `json:"srcSecureTags"`
		SrcGroups  []string   `json:"srcAddressGroups"`
		SrcNames   []string   `json:"srcFqdns"`
		SrcRegions []string   `json:"srcRegionCodes"`
		SrcThreats []string   `json:"srcThreatIntelligences"`
		SrcType    string     `json:"srcNetworkType"`
		SrcContext string     `json:"srcNetworkContext"`
		DestRanges []string   `json:"destIpRanges"`
		DestGroups []string   `json:"destAddressGroups"`
		DestNames  []string   `json:"destFqdns"`
		DestCodes  []string   `json:"destRegionCodes"`
	} `json:"match"`
	Accounts []string `json:"targetServiceAccounts"`
	Tags     []struct {
		Name string `json:"name"`
	} `json:"targetSecureTags"`
	Networks []string `json:"targetResources"`
	Type     string   `json:"targetType"`
}

type policyJSON struct {
	Source       string            `json:"policySource"`
	Rules        *[]policyRuleJSON `json:"rules"`
	Associations []struct {
		Target string `json:"attachmentTarget"`
	} `json:"associations"`
}

var policyQuery = gcp.Resources("compute.googleapis.com/FirewallPolicy")

const askedPolicy = "Cloud Asset Inventory compute.googleapis.com/FirewallPolicy"

// FirewallPolicies lists the network firewall policies of a project.
var FirewallPolicies = &inventory.Type[FirewallPolicy]{
	Kind: "gcp.network.FirewallPolicy", Level: inventory.AtAccount, Model: inventory.IaaS, Uses: compute.Uses(policyQuery),
	List: compute.List(policyOf, policyQuery),
}

// HierarchicalPolicies lists the firewall policies of the organization and its
// folders.
var HierarchicalPolicies = &inventory.Type[FirewallPolicy]{
	Kind: "gcp.network.HierarchicalPolicy", Level: inventory.AtOrganization, Model: inventory.IaaS, Uses: compute.Uses(policyQuery),
	List: compute.List(policyOf, policyQuery),
}

// InheritedPolicies lists, for a project, the firewall policies of the folders
// and of the organization that it is in, as far as they are below the root of
// the scan. They are findings of their own place, and none of the project.
var InheritedPolicies = &inventory.Type[FirewallPolicy]{
	Kind: "gcp.network.InheritedPolicy", Level: inventory.AtAccount, Model: inventory.IaaS,
	Uses: []inventory.Source{policyQuery, gcp.Ancestors},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*FirewallPolicy, error] {
		return func(yield func(*FirewallPolicy, error) bool) {
			in, err := gcp.Ancestors.Get(ctx, s)
			if err != nil {
				yield(nil, err)
				return
			}
			home := compute.Home{Number: gcp.From(s).Number, ID: gcp.From(s).ProjectID}
			root := s
			root.Session = &gcp.Session{Root: gcp.From(s).Root} // what belongs to no project
			list := compute.List(func(_ compute.Home, r inventory.Resource, j policyJSON) *FirewallPolicy { return policyOf(home, r, j) }, policyQuery)
			for p, err := range list(ctx, root) {
				if err == nil && !p.on(in) {
					continue
				}
				if !yield(p, err) || err != nil {
					return
				}
			}
		}
	},
}

// on reports whether the policy is, or may be, attached to one of the places.
func (p *FirewallPolicy) on(places []string) bool {
	attached, known := p.Attached.Peek()
	return !known || slices.ContainsFunc(attached, func(a string) bool { return slices.Contains(places, a) })
}

// policyOf reads a policy. One that is associated with nothing has no list of
// associations; it has always rules, the default ones at least.
func policyOf(h compute.Home, r inventory.Resource, j policyJSON) *FirewallPolicy {
	p := &FirewallPolicy{Resource: r, Rules: policyRules(h, j), System: inventory.Of(j.Source == "SYSTEM")} // "defaults to USER_DEFINED"
	var attached []string
	for _, a := range j.Associations {
		if a.Target == "" {
			p.Attached = inventory.Unanswered[[]string](askedPolicy, "associations.attachmentTarget")
			return p
		}
		attached = append(attached, placeOf(h, a.Target))
	}
	p.Attached = inventory.Of(attached)
	return p
}

// placeOf is the full name of a network, or "folders/2" and "organizations/3",
// which answers give with and without an address before them.
func placeOf(h compute.Home, target string) string {
	for _, kind := range []string{"folders/", "organizations/"} {
		if at := strings.LastIndex(target, kind); at >= 0 {
			return target[at:]
		}
	}
	return h.Ref(target)
}

func policyRules(h compute.Home, j policyJSON) inventory.Known[[]Rule] {
	if j.Rules == nil {
		return inventory.Unanswered[[]Rule](askedPolicy, "rules")
	}
	rules := []Rule{}
	for _, q := range *j.Rules {
		if q.Direction == "EGRESS" || q.Disabled || q.Type == "INTERNAL_MANAGED_LB" {
			continue
		}
		r, ok := policyRule(h, q)
		if !ok {
			return inventory.Unanswered[[]Rule](askedPolicy, "the action, the priority or the match of a rule in a known form")
		}
		rules = append(rules, r)
	}
	return inventory.Of(rules)
}

func policyRule(h compute.Home, q policyRuleJSON) (Rule, bool) {
	m := q.Match
	switch {
	case q.Priority == nil || q.Direction != "INGRESS" || m == nil || len(m.Layer4) == 0:
		return Rule{}, false
	case q.Action != Allow && q.Action != Deny && q.Action != Next && q.Action != Inspect:
		return Rule{}, false
	}
	r := Rule{Name: nameOf(q), Priority: *q.Priority, Action: q.Action, Dests: m.DestRanges, Targets: Targets{Accounts: q.Accounts}}
	r.DestsUnread = len(m.DestGroups)+len(m.DestNames)+len(m.DestCodes) > 0
	for _, l := range m.Layer4 {
		one, ok := layer4(l.Protocol, l.Ports)
		if !ok {
			return Rule{}, false
		}
		r.Layer4 = append(r.Layer4, one)
	}
	r.Sources = Sources{Ranges: m.SrcRanges, Inside: len(m.SrcTags) > 0}
	for _, t := range []string{m.SrcType, m.SrcContext} {
		switch t {
		case "", "UNSPECIFIED", "INTERNET":
		case "NON_INTERNET", "INTRA_VPC", "VPC_NETWORKS":
			r.Sources.Inner = true
		default:
			return Rule{}, false
		}
	}
	for _, set := range [][]string{m.SrcGroups, m.SrcNames, m.SrcRegions, m.SrcThreats} {
		for _, name := range set {
			r.Sources.Unread = append(r.Sources.Unread, compute.Last(name))
		}
	}
	for _, t := range q.Tags {
		r.Targets.Tags = append(r.Targets.Tags, t.Name)
	}
	for _, n := range q.Networks {
		r.Targets.Networks = append(r.Targets.Networks, h.Ref(n))
	}
	return r, readable(r.Sources.Ranges) && readable(r.Dests)
}

func nameOf(q policyRuleJSON) string {
	if q.RuleName != "" {
		return q.RuleName
	}
	return "priority " + strconv.Itoa(*q.Priority)
}
