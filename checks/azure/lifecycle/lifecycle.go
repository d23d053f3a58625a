// Package lifecycle says which resources of Azure are there to be judged.
package lifecycle

import (
	"strings"

	"demarc/checks"
	"demarc/providers/inventory"
)

// Settled reports whether a resource is neither being made nor being deleted,
// by its provisioning state; where it is, the check does not apply. While it
// is being made, the answer lacks what the service is yet to fill in.
func Settled(p *checks.Probe, state inventory.Known[string]) bool {
	s, ok := state.Get(p)
	switch {
	case !ok:
		return false
	case strings.EqualFold(s, "Deleting"), strings.EqualFold(s, "Deleted"):
		p.Skipf("it is being deleted")
		return false
	case strings.EqualFold(s, "Creating"):
		p.Skipf("it is still being made")
		return false
	}
	return true
}
