package cloudtrail

import (
	"iter"
	"slices"

	"demarc/providers/inventory"
)

// Everywhere yields the trails that may log every region of the account, the
// organization's among them, and tells r of what may hide others. Such a trail
// shows in each region, so regions that the user left out hide none.
func Everywhere(inv *inventory.Inventory, r inventory.Reader) iter.Seq[*Trail] {
	return func(yield func(*Trail) bool) {
		var gaps inventory.Gaps
		for t := range Trails.All(inv, &gaps) {
			if multi, known := t.MultiRegion.Peek(); known && !multi {
				continue
			}
			if !yield(t) {
				return
			}
		}
		if len(inv.Regions()) > 0 {
			gaps = slices.DeleteFunc(gaps, func(g inventory.Gap) bool { return g.Reason == inventory.LeftOut })
		}
		for _, g := range gaps {
			r.Missed(g)
		}
	}
}

// Logging reports whether t logs every region now.
func (t *Trail) Logging() inventory.Known[bool] {
	return inventory.And(t.MultiRegion, inventory.Map(t.Status, func(s Status) bool { return s.Logging }))
}

// Management reports whether t logs the management events of every region now,
// those that read and those that write, of an event source; "" is all sources.
func (t *Trail) Management(source string) inventory.Known[bool] {
	return inventory.And(t.Logging(), inventory.Map(t.Selectors, func(s Selectors) bool {
		reads, writes, excluded := s.Management()
		return reads && writes && !(source == "" && len(excluded) > 0) && !slices.Contains(excluded, source)
	}))
}
