package compute

import (
	"slices"
	"strings"

	"demarc/checks"
	"demarc/providers/azure/compute"
	"demarc/providers/inventory"
)

// itemsOf returns the items by which Azure Backup keeps copies of a machine
// now, and whether there are others by which it did.
func itemsOf(p *checks.Probe, hidden inventory.Reader, m *compute.Machine) (now []*compute.ProtectedItem, was bool) {
	for _, i := range compute.ItemsOf.Get(p.Inv, hidden, "", m.Full) {
		state, ok := i.State.Get(hidden)
		switch {
		case !ok:
		case slices.ContainsFunc(copying, func(s string) bool { return strings.EqualFold(s, state) }):
			now = append(now, i)
		default:
			was = true
		}
	}
	return now, was
}

// copying are the states in which an item's policy makes copies: IRPending
// waits for the first one, ProtectionError had one fail ("Protected Items").
var copying = []string{"Protected", "IRPending", "ProtectionError"}
