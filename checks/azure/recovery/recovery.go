// Package recovery holds the checks of Azure's Recovery Services vaults, one
// to a file.
package recovery

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/recovery"
	"demarc/providers/inventory"
)

// All lists the package's checks.
var All = []*checks.Check{
	Immutability,
	PolicyRetention,
	ProtectedItems,
	SoftDelete,
}

// guarded makes the Run of a check of what keeps copies from being deleted.
func guarded(name, missing string, state func(recovery.Security) inventory.Known[string], good ...string) checks.Run {
	return checks.Each(recovery.Vaults, func(p *checks.Probe, v *recovery.Vault) {
		s, ok := inventory.Then(v.Security, state).Get(p)
		is := func(want string) bool { return strings.EqualFold(s, want) }
		switch {
		case !ok || slices.ContainsFunc(good, is):
		case is("Disabled"):
			p.Evidence(name, s)
			p.Failf("%s", missing)
		default:
			p.Missed(inventory.Gap{Reason: inventory.Failed, Where: "the " + name + " " + s + " is not a known one"})
		}
	})
}
