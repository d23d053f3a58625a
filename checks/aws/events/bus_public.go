package events

import (
	"demarc/checks"
	"demarc/checks/aws/access"
	"demarc/checks/frameworks"
	"demarc/providers/aws/events"
	"demarc/providers/inventory"
)

// BusPublic asks that no bus take events from everybody.
var BusPublic = &checks.Check{
	ID:       "aws-events-bus-public",
	Title:    "Event buses do not let everybody in",
	Why:      "Whoever may send events sets off what the rules of the bus start: functions, pipelines, tickets.",
	Severity: checks.High,
	Area:     checks.Identity,
	Fix:      busPolicyFix,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.21"}},
	Aliases:  []string{"prowler:eventbridge_bus_exposed"},
	Link:     "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
	Needs:    []inventory.Source{events.Buses},
	Run: checks.Each(events.Buses, func(p *checks.Probe, b *events.Bus) {
		if pol, ok := b.Policy.Get(p); ok {
			access.Public(p, pol.Document, access.At("events", &b.Resource, pol))
		}
	}),
}
