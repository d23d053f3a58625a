package dns

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/dns"
	"demarc/providers/inventory"
)

// ZoneDNSSEC asks that answers of zones are signed.
var ZoneDNSSEC = &checks.Check{
	ID:       "gcp-dns-zone-dnssec",
	Title:    "Public zones are signed with DNSSEC",
	Why:      "Without signatures who sits on the way, or poisons a cache, sends users and mail to an address of their own.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Network services > Cloud DNS > Zones > the zone > Edit > DNSSEC: On; then give the DS record to the registrar.",
		CLI:       "gcloud dns managed-zones update <zone> --dnssec-state=on",
		Terraform: "resource \"google_dns_managed_zone\" \"example\" {\n  name     = \"example\"\n  dns_name = \"example.com.\"\n  dnssec_config {\n    state = \"on\"\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.3"}},
	Aliases:  []string{"prowler:dns_dnssec_disabled"},
	Link:     "https://cloud.google.com/dns/docs/dnssec",
	Needs:    []inventory.Source{dns.ManagedZones},
	Run: checks.Each(dns.ManagedZones, func(p *checks.Probe, z *dns.ManagedZone) {
		if private, ok := z.Private.Get(p); !ok || private {
			p.Skipf("private zones are not signed")
			return
		}
		state, ok := z.DNSSEC.Get(p)
		switch {
		case !ok || state == "on":
		case state == "off" || state == "transfer":
			p.Evidence("state", state)
			p.Failf("DNSSEC is %s", state)
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the state " + state + " of DNSSEC is not a known one"})
		}
	}),
}
