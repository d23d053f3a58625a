// Package ipfirewall judges the firewall rules that Azure's database servers
// share. The checks are those of the services.
package ipfirewall

import (
	"fmt"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/ipfirewall"
	"demarc/providers/inventory"
)

// MaxAddresses is how many addresses the rules of a server may let in.
var MaxAddresses = &checks.Param{
	Name: "maxAddresses", Default: 65536, Unit: "addresses",
	Source: "demarc: the largest block of an office or a provider that is still one party (a /16)",
}

// JudgeAccess reports a server that public networks reach.
func JudgeAccess(p *checks.Probe, public inventory.Known[string]) {
	access, ok := public.Get(p)
	switch {
	case !ok || strings.EqualFold(access, "Disabled"):
	case strings.EqualFold(access, "SecuredByPerimeter"):
		p.Skipf("a network security perimeter decides who reaches the server")
	case strings.EqualFold(access, "Enabled"):
		p.Evidence("publicNetworkAccess", access)
		p.Failf("public networks reach the server, as far as its firewall rules go")
	default:
		unheardOf(p, access)
	}
}

// counts reports whether the rules are of account, and why where they are not.
func counts(p *checks.Probe, public inventory.Known[string]) bool {
	access, ok := public.Get(p)
	switch {
	case !ok:
	case strings.EqualFold(access, "Enabled"):
		return true
	case strings.EqualFold(access, "Disabled"):
		p.Skipf("public network access is disabled, and the firewall rules are of no account")
	case strings.EqualFold(access, "SecuredByPerimeter"):
		p.Skipf("a network security perimeter decides who reaches the server, not its firewall")
	default:
		unheardOf(p, access)
	}
	return false
}

func unheardOf(p *checks.Probe, access string) {
	p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "what the public network access " + access + " is"})
}

// JudgeWidth reports rules that let in more addresses than MaxAddresses says.
func JudgeWidth(p *checks.Probe, public inventory.Known[string], known inventory.Known[[]ipfirewall.Rule]) {
	if !counts(p, public) {
		return
	}
	rules, ok := known.Get(p)
	if !ok {
		return
	}
	a, most := ipfirewall.Admitted(rules), float64(p.Int(MaxAddresses))
	if a.IPv4 <= most && a.Networks <= most {
		return
	}
	p.Evidence("publicNetworkAccess", "Enabled")
	p.Evidence("rules", a.Widest)
	if a.World {
		p.Rank(checks.Critical)
		p.Failf("the firewall rules let the internet in, by %s first", a.Widest[0])
		return
	}
	what := fmt.Sprintf("%.0f addresses", a.IPv4)
	if a.Networks > most {
		what = fmt.Sprintf("%.0f networks of IPv6", a.Networks)
	}
	p.Failf("the firewall rules let %s in, by %s first", what, a.Widest[0])
}

// JudgeAzureServices reports the rule that lets every resource in Azure in.
func JudgeAzureServices(p *checks.Probe, public inventory.Known[string], known inventory.Known[[]ipfirewall.Rule]) {
	if !counts(p, public) {
		return
	}
	rules, ok := known.Get(p)
	if !ok {
		return
	}
	for _, r := range rules {
		if r.AzureServices() {
			p.Evidence("rule", r.Name)
			p.Evidence("range", "0.0.0.0 - 0.0.0.0")
			p.Failf("the rule %s lets every resource in Azure in, those of other customers too", r.Name)
		}
	}
}
