package network

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/network"
	"demarc/providers/inventory"
)

// A firewall is what guards a gateway or some of its listeners.
type firewall struct {
	name     string // of the policy; "" for the gateway's own settings
	settings network.WAFSettings
	ruleSets inventory.Known[[]string]
}

// firewallsOf returns the web application firewalls of a gateway: the policies
// of it and of its listeners, or its own settings where it has no policy. ok is
// false where it has none at all, and where a value was hidden.
func firewallsOf(p *checks.Probe, g *network.ApplicationGateway) (all []firewall, ok bool) {
	tier, ok := g.Tier.Get(p)
	if !ok {
		return nil, false
	}
	if !strings.HasPrefix(strings.ToUpper(tier), "WAF") {
		p.Skipf("the gateway's tier has no web application firewall")
		return nil, false
	}
	policies, ok := g.WAFPolicies.Get(p)
	if !ok {
		return nil, false
	}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(policies))) {
		policy, ok := network.Find(p.Inv, network.WAFPolicies, g.Account, id).Get(p)
		if ok {
			all = append(all, firewall{policy.ID, policy.Settings, policy.RuleSets})
		}
	}
	if len(policies) == 0 {
		own, ok := g.WAF.Get(p)
		if !ok {
			return nil, false
		}
		all = append(all, firewall{"", own, inventory.Of([]string{})})
	}
	return all, true
}

func (f firewall) String() string {
	if f.name == "" {
		return "the gateway's firewall"
	}
	return "the policy " + f.name
}

var wafNeeds = []inventory.Source{network.ApplicationGateways, network.WAFPolicies}
