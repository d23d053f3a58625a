package dns

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/dns"
	"demarc/providers/inventory"
)

// ZoneRSASHA1KeySigning asks that key-signing keys do not rest on SHA-1.
var ZoneRSASHA1KeySigning = &checks.Check{
	ID:       "gcp-dns-zone-rsasha1-key-signing",
	Title:    "The key-signing keys of zones do not use RSASHA1",
	Why:      "SHA-1 is broken: signatures made with it can be forged with effort that is for sale.",
	Severity: checks.Medium,
	Area:     checks.Network,
	Fix: checks.Fix{
		Console:   "Network services > Cloud DNS > Zones > the zone > Edit > DNSSEC: Off, then On with another algorithm; change the DS record at the registrar before and after.",
		CLI:       "gcloud dns managed-zones update <zone> --dnssec-state=on --ksk-algorithm=rsasha256 --ksk-key-length=2048",
		Terraform: "resource \"google_dns_managed_zone\" \"example\" {\n  name     = \"example\"\n  dns_name = \"example.com.\"\n  dnssec_config {\n    state = \"on\"\n    default_key_specs {\n      key_type   = \"keySigning\"\n      algorithm  = \"rsasha256\"\n      key_length = 2048\n    }\n  }\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"3.4"}},
	Aliases:  []string{"prowler:dns_rsasha1_in_use_to_key_sign_in_dnssec"},
	Link:     "https://cloud.google.com/dns/docs/dnssec-advanced#supported-algorithms",
	Needs:    []inventory.Source{dns.ManagedZones},
	Run: checks.Each(dns.ManagedZones, func(p *checks.Probe, z *dns.ManagedZone) {
		judgeKeys(p, z, "keySigning")
	}),
}
