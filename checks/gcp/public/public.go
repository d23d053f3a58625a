// Package public finds what is granted to everybody on a resource.
package public

import (
	"demarc/checks"
	"demarc/providers/gcp/iam"
	"demarc/providers/inventory"
)

// Needs is what Failf asks beside a check's own needs.
var Needs = []inventory.Source{iam.Policies}

// Failf reports the first grant to everybody in the policy that is attached to
// the resource with that full id; what calls the resource in the message. It
// reports whether there is one. Without a policy of its own, a resource has no
// such grant: what is granted above it the checks of projects look at.
func Failf(p *checks.Probe, full, what string) bool {
	policy, ok := iam.Of(p.Inv, full).Get(p)
	if !ok || policy == nil {
		return false
	}
	grant, who, found := policy.Public(p)
	if !found {
		return false
	}
	p.Evidence("role", grant.Role)
	p.Evidence("member", who)
	on := ""
	if grant.Condition != "" {
		on = ", on a condition"
	}
	p.Failf("%s is granted to %s on %s%s", grant.Role, who, what, on)
	return true
}
