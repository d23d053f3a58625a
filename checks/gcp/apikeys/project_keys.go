package apikeys

import (
	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/apikeys"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

// ProjectNoKeys asks that nothing be reached by an API key.
var ProjectNoKeys = &checks.Check{
	ID:       "gcp-apikeys-project-no-keys",
	Title:    "The project has no API keys",
	Why:      "An API key says which project pays, and not who calls; whoever sees it, in a page or a request, may use it.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   console + " > Delete, once what used it signs in by a service account.",
		CLI:       "gcloud services api-keys delete <key>",
		Terraform: "resource \"google_service_account\" \"example\" {\n  account_id = \"<service account>\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.13"}},
	Aliases:  []string{"prowler:apikeys_key_exists"},
	Link:     "https://cloud.google.com/docs/authentication/api-keys",
	Needs:    []inventory.Source{iam.Projects, apikeys.Keys},
	Run: checks.Each(iam.Projects, func(p *checks.Probe, _ *iam.Project) {
		var names []string
		for k := range apikeys.Keys.Own(p.Inv, p) {
			if gone, ok := k.Deleted.Get(p); ok && !gone {
				names = append(names, k.ID)
			}
		}
		if len(names) > 0 {
			p.Evidence("keys", names)
			p.Failf("API keys: %d", len(names))
		}
	}),
}
