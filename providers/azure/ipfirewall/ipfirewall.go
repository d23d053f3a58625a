// Package ipfirewall reads the firewall rules that Azure's database servers
// share: ranges of addresses that may reach the server's public endpoint.
package ipfirewall

import (
	"context"
	"errors"
	"slices"

	"go4.org/netipx"

	"demarc/providers/addresses"
	"demarc/providers/azure"
	"demarc/providers/inventory"
)

// A Rule lets a range of addresses in.
type Rule struct {
	Name       string
	Start, End string // IPv4 or IPv6, both included
}

// Read lists the rules at path, such as "…/firewallRules?api-version=…".
// It fails for a rule that it does not understand: it might be the one that
// opens the server.
func Read(ctx context.Context, s inventory.Scope, operation, path string) ([]Rule, error) {
	all, err := azure.GetAll[struct {
		Name       string `json:"name"`
		Properties struct {
			StartIPv4 string `json:"startIpAddress"`
			EndIPv4   string `json:"endIpAddress"`
			StartIPv6 string `json:"startIPv6Address"`
			EndIPv6   string `json:"endIPv6Address"`
		} `json:"properties"`
	}](ctx, s, path)
	if err != nil {
		return nil, err
	}
	rules := []Rule{}
	for _, r := range all {
		p := r.Properties
		rule := Rule{Name: r.Name, Start: p.StartIPv4 + p.StartIPv6, End: p.EndIPv4 + p.EndIPv6}
		if _, ok := addresses.Span(rule.Start, rule.End); !ok {
			return nil, &azure.CallError{Operation: operation, Err: errors.New("a rule without a range of addresses")}
		}
		rules = append(rules, rule)
	}
	return rules, nil
}

// AzureServices reports whether the rule is the one that lets every resource
// in Azure in, those of other customers among them: from 0.0.0.0 to 0.0.0.0.
func (r Rule) AzureServices() bool { return r.Start == "0.0.0.0" && r.End == "0.0.0.0" }

// An Admission is who the rules let in together, the rule for Azure's services
// aside.
type Admission struct {
	IPv4     float64  // addresses
	Networks float64  // of IPv6, of 64 bits each
	World    bool     // a quarter of the public addresses of a family, or more
	Widest   []string // names of the rules, the widest first
}

// Admitted reckons what the rules let in. Ranges that overlap count once.
func Admitted(rules []Rule) Admission {
	var spans []*netipx.IPSet
	type wide struct {
		name string
		size float64
	}
	var widest []wide
	for _, r := range rules {
		span, ok := addresses.Span(r.Start, r.End)
		if !ok || r.AzureServices() {
			continue
		}
		spans = append(spans, span)
		v4, v6 := addresses.Sizes(span)
		widest = append(widest, wide{r.Name, v4 + v6})
	}
	slices.SortStableFunc(widest, func(a, b wide) int {
		switch {
		case a.size > b.size:
			return -1
		case a.size < b.size:
			return 1
		}
		return 0
	})
	var a Admission
	for _, w := range widest {
		a.Widest = append(a.Widest, w.name)
	}
	set := addresses.Union(spans...)
	v4, v6 := addresses.Sizes(set)
	a.IPv4, a.Networks = v4, v6/(1<<64)
	a.World = addresses.Families(set, addresses.WorldPercent) != ""
	return a
}
