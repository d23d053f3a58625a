// Package guarded words failures that an organization policy softens.
package guarded

import (
	"demarc/checks"
	"demarc/providers/gcp/orgpolicy"
	"demarc/providers/inventory"
)

// Needs is what Failf asks beside a check's own needs.
var Needs = []inventory.Source{orgpolicy.Projects}

// Failf reports a failure that a boolean organization policy bears upon. Where
// the policy is enforced the result has the lesser rank, and the message says
// what it does: effect, such as "keeps it from being used". Where it could not
// be read the message says so; the failure was seen either way.
func Failf(p *checks.Probe, constraint string, lesser checks.Severity, effect, format string, args ...any) {
	var hidden inventory.Gaps // of no weight for the verdict
	on, known := orgpolicy.Enforced(p.Inv, constraint).Get(&hidden)
	switch {
	case !known:
		format += "; whether the organization policy " + constraint + " is enforced was not read"
	case on:
		p.Rank(lesser)
		format += "; the organization policy " + constraint + " " + effect
	default:
		format += "; the organization policy " + constraint + " is not enforced"
	}
	p.Failf(format, args...)
}
