package events

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/providers/aws/events"
	"demarc/providers/inventory"
)

// BusCrossAccount asks that no bus let accounts in that are not trusted.
var BusCrossAccount = &checks.Check{
	ID:       "aws-events-bus-cross-account",
	Title:    "Event buses let in none but trusted accounts",
	Why:      "An account that may send events to a bus, or set rules on it, acts in this account without a role here.",
	Severity: checks.Medium,
	Area:     checks.Identity,
	Fix:      busPolicyFix,
	Aliases:  []string{"prowler:eventbridge_bus_cross_account_access"},
	Link:     "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html",
	Needs:    []inventory.Source{events.Buses, access.Needs},
	Run: checks.Each(events.Buses, func(p *checks.Probe, b *events.Bus) {
		if pol, ok := b.Policy.Get(p); ok {
			access.Foreign(p, pol.Document, access.At("events", &b.Resource, pol))
		}
	}),
}
