package apikeys

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/apikeys"
	"demarc/providers/gcp/serviceusage"
	"demarc/providers/inventory"
)

const (
	targetsCLI = "gcloud services api-keys update <key> --api-target=service=<service>"
	allOfCloud = "cloudapis.googleapis.com" // "Google Cloud APIs" in the console
)

// KeyAPIRestricted asks that a key be for some services alone.
var KeyAPIRestricted = &checks.Check{
	ID:       "gcp-apikeys-key-api-restricted",
	Title:    "API keys are restricted to the APIs that they are for",
	Why:      "A key without restrictions opens every API of the project that takes keys, those that are enabled next year too.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix:      checks.Fix{Console: console + " > API restrictions > Restrict key.", CLI: targetsCLI, Terraform: hcl},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.15"}},
	Aliases:  []string{"prowler:apikeys_api_restrictions_configured"},
	Link:     bestPage,
	Needs:    []inventory.Source{apikeys.Keys},
	Run: onKeys(func(p *checks.Probe, k *apikeys.Key) {
		targets, ok := k.Targets.Get(p)
		switch {
		case !ok:
		case len(targets) == 0:
			p.Evidence("apiTargets", "none")
			p.Failf("the key may be used with every API")
		case slices.ContainsFunc(targets, func(t string) bool { return strings.EqualFold(t, allOfCloud) }):
			p.Evidence("apiTargets", targets)
			p.Failf("the key may be used with all of Google Cloud's APIs")
		}
	}),
}

// KeyActiveServices asks that a key be for services that are in use.
var KeyActiveServices = &checks.Check{
	ID:       "gcp-apikeys-key-active-services",
	Title:    "API keys are for services that are enabled",
	Why:      "A key that outlives its service is forgotten, and works again on the day that someone enables the service.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix:      checks.Fix{Console: console + " > API restrictions: take the API out, or delete the key.", CLI: targetsCLI, Terraform: hcl},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.13"}},
	Link:     bestPage,
	Needs:    []inventory.Source{apikeys.Keys, serviceusage.Services},
	Run: onKeys(func(p *checks.Probe, k *apikeys.Key) {
		targets, ok := k.Targets.Get(p)
		if ok && len(targets) == 0 {
			p.Skipf("the key is for no service in particular")
			return
		}
		var idle []string
		for _, t := range targets {
			if strings.EqualFold(t, allOfCloud) {
				continue
			}
			if on, ok := serviceusage.Enabled(p.Inv, strings.ToLower(t)).Get(p); ok && !on {
				idle = append(idle, t)
			}
		}
		if len(idle) > 0 {
			p.Evidence("notEnabled", idle)
			p.Failf("the key is for services that are not enabled: %s", strings.Join(idle, ", "))
		}
	}),
}

// KeyGemini asks that a key that reaches the Gemini API be for nothing else.
var KeyGemini = &checks.Check{
	ID:       "gcp-apikeys-key-gemini",
	Title:    "Where the Gemini API is enabled, only keys made for it reach it",
	Why:      "Keys for maps or pages are published on purpose; one that reaches the Gemini API as well lets whoever reads it run up costs, and see what was given to the model.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix:      checks.Fix{Console: console + " > API restrictions > Restrict key: without the Generative Language API, or with it alone.", CLI: targetsCLI, Terraform: hcl},
	Aliases:  []string{"prowler:apikeys_api_restricted_with_gemini_api"},
	Link:     bestPage,
	Needs:    []inventory.Source{apikeys.Keys, serviceusage.Services},
	Run: onKeys(func(p *checks.Probe, k *apikeys.Key) {
		targets, ok := k.Targets.Get(p)
		if !ok {
			return
		}
		named := slices.ContainsFunc(targets, func(t string) bool { return strings.EqualFold(t, serviceusage.GenerativeLanguage) })
		if len(targets) > 0 && !named || len(targets) == 1 {
			return
		}
		on, ok := serviceusage.Enabled(p.Inv, serviceusage.GenerativeLanguage).Get(p)
		switch {
		case !ok:
		case !on:
			p.Skipf("the Gemini API is not enabled")
		case len(targets) == 0:
			p.Evidence("apiTargets", "none")
			p.Failf("the key may be used with every API, the Gemini API among them")
		default:
			p.Evidence("apiTargets", targets)
			p.Rank(checks.Medium)
			p.Failf("the key is for the Gemini API and for others")
		}
	}),
}
