package apikeys

import (
	"time"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/gcp/apikeys"
	"demarc/providers/inventory"
)

var maxAge = &checks.Param{Name: "maxAgeDays", Default: 90, Unit: "days", Source: "CIS Google Cloud Platform Foundation 5.0, 1.16"}

// KeyRotated asks that keys be young.
var KeyRotated = &checks.Check{
	ID:       "gcp-apikeys-key-rotated",
	Title:    "API keys are replaced in time",
	Why:      "A key does not expire: one that was copied works until it is deleted.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix: checks.Fix{
		Console:   console + " > Rotate key; delete the previous one when nothing uses it.",
		CLI:       "gcloud services api-keys create --display-name=<name> --api-target=service=<service> && gcloud services api-keys delete <key>",
		Terraform: hcl,
	},
	Controls: map[checks.Framework][]string{frameworks.CISGCP5: {"1.16"}},
	Aliases:  []string{"prowler:apikeys_key_rotated_in_90_days"},
	Link:     bestPage,
	Params:   []*checks.Param{maxAge},
	Needs:    []inventory.Source{apikeys.Keys},
	Run: onKeys(func(p *checks.Probe, k *apikeys.Key) {
		made, ok := k.Created.Get(p)
		if age := int(p.Inv.Now.Sub(made).Hours() / 24); ok && age > p.Int(maxAge) {
			p.Evidence("ageDays", age)
			p.Evidence("createTime", made.Format(time.RFC3339))
			p.Failf("the key is %d days old, more than %d", age, p.Int(maxAge))
		}
	}),
}
