// Package dns holds the checks of Cloud DNS, one to a file.
package dns

import (
	"slices"

	"demarc/checks"
	"demarc/providers/gcp/dns"
)

// All lists the package's checks.
var All = []*checks.Check{
	NetworkLogging,
	ZoneDNSSEC,
	ZoneRSASHA1KeySigning,
	ZoneRSASHA1ZoneSigning,
}

// judgeKeys reports keys of one kind that are made with RSASHA1. It asks
// nothing of a zone that is not signed.
func judgeKeys(p *checks.Probe, z *dns.ManagedZone, kind string) {
	private, ok := z.Private.Get(p)
	state, known := z.DNSSEC.Get(p)
	switch {
	case ok && private:
		p.Skipf("private zones are not signed")
		return
	case known && state == "off":
		p.Skipf("the zone is not signed")
		return
	case !ok || !known:
		return
	}
	keys, ok := z.Keys.Get(p)
	if ok && slices.Contains(keys, dns.Key{Type: kind, Algorithm: "rsasha1"}) {
		p.Evidence("algorithm", "rsasha1")
		p.Failf("the keys of the type %s use RSASHA1", kind)
	}
}
