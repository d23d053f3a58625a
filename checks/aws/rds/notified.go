package rds

import (
	"slices"

	"demarc/checks"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// notified asks that the event subscriptions of the region together report the
// categories of events of every source that watched names. A region without any
// subscription has chosen another way, or none: RDS sends its events to
// EventBridge too, so that nothing can be concluded (the controls RDS.19 to
// RDS.22 speak of existing subscriptions only).
func notified(p *checks.Probe, source string, categories []string, watched func(*checks.Probe) []string) {
	subs := slices.Collect(rds.EventSubscriptions.In(p.Inv, p, p.Region))
	if len(subs) == 0 {
		p.Skipf("the region has no RDS event subscription; events may be taken from EventBridge")
		return
	}
	names := watched(p)
	if len(names) == 0 {
		p.Skipf("the region has nothing that such events are about")
		return
	}
	var untold []string
	for _, name := range names {
		for _, category := range categories {
			var any []inventory.Known[bool]
			for _, s := range subs {
				any = append(any, reports(s, source, name, category))
			}
			if told, ok := inventory.Or(any...).Get(p); ok && !told {
				untold = append(untold, name+": "+category)
			}
		}
	}
	if len(untold) > 0 {
		p.Evidence("notReported", untold)
		p.Absentf("no subscription reports %d kinds of event, such as %s", len(untold), untold[0])
	}
}

// reports reports whether a subscription passes a category of events of one
// source on.
func reports(s *rds.EventSubscription, source, name, category string) inventory.Known[bool] {
	takes := func(words inventory.Known[[]string], word string) inventory.Known[bool] {
		return inventory.Map(words, func(all []string) bool { return len(all) == 0 || slices.Contains(all, word) })
	}
	return inventory.And(
		s.Enabled,
		inventory.Map(s.Status, func(st string) bool { return st == "active" || st == "creating" || st == "modifying" }),
		inventory.Map(s.SourceType, func(t string) bool { return t == "" || t == source }),
		takes(s.SourceIDs, name),
		takes(s.Categories, category),
	)
}
