package apikeys

import (
	"net/netip"
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/apikeys"
	"demarc/providers/inventory"
)

// KeyCallersRestricted asks that a key work for some callers alone.
var KeyCallersRestricted = &checks.Check{
	ID:       "gcp-apikeys-key-callers-restricted",
	Title:    "API keys are restricted to the pages, addresses or apps that use them",
	Why:      "A key that works from anywhere works for whoever copied it.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   console + " > Application restrictions: the websites, IP addresses or apps that use it.",
		CLI:       "gcloud services api-keys update <key> --allowed-referrers=https://shop.example.com/*",
		Terraform: hcl,
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.14"}},
	Link:     bestPage,
	Needs:    []inventory.Source{apikeys.Keys},
	Run: onKeys(func(p *checks.Probe, k *apikeys.Key) {
		referrers, known := k.Referrers.Get(p)
		addresses, told := k.Addresses.Get(p)
		if i := slices.IndexFunc(referrers, anyPage); i >= 0 {
			p.Evidence("allowedReferrers", referrers)
			p.Failf("the key is for every web page: %s", referrers[i])
		}
		if i := slices.IndexFunc(addresses, anyAddress); i >= 0 {
			p.Evidence("allowedIps", addresses)
			p.Failf("the key is for every address: %s", addresses[i])
		}
		apps, seen := k.Apps.Get(p)
		if known && told && seen && len(referrers) == 0 && len(addresses) == 0 && apps == 0 {
			p.Evidence("applicationRestrictions", "none")
			p.Failf("the key works for every caller")
		}
	}),
}

// anyPage reports whether a pattern of referrers lets every host in.
func anyPage(pattern string) bool {
	for _, scheme := range []string{"https://", "http://", "*://"} {
		pattern = strings.TrimPrefix(pattern, scheme)
	}
	host, _, _ := strings.Cut(pattern, "/")
	return strings.Trim(host, "*.") == ""
}

// anyAddress reports whether a range holds all addresses.
func anyAddress(s string) bool {
	p, err := netip.ParsePrefix(s)
	return err == nil && p.Bits() == 0
}
