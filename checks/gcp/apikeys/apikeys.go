// Package apikeys holds the checks of API keys.
package apikeys

import (
	"demarc/checks"
	"demarc/providers/gcp/apikeys"
)

// All lists the package's checks.
var All = []*checks.Check{
	KeyActiveServices,
	KeyAPIRestricted,
	KeyCallersRestricted,
	KeyGemini,
	KeyRotated,
	ProjectNoKeys,
}

const (
	console  = "APIs & Services > Credentials > the API key"
	bestPage = "https://cloud.google.com/docs/authentication/api-keys-best-practices"
	hcl      = "resource \"google_apikeys_key\" \"example\" {\n  name = \"example\"\n  restrictions {\n    api_targets {\n      service = \"maps-backend.googleapis.com\"\n    }\n    browser_key_restrictions {\n      allowed_referrers = [\"https://shop.example.com/*\"]\n    }\n  }\n}"
)

// onKeys makes a Run over the keys that are not deleted.
func onKeys(look func(*checks.Probe, *apikeys.Key)) checks.Run {
	return checks.Each(apikeys.Keys, func(p *checks.Probe, k *apikeys.Key) {
		switch gone, ok := k.Deleted.Get(p); {
		case ok && gone:
			p.Skipf("the key has been deleted")
		case ok:
			look(p, k)
		}
	})
}
