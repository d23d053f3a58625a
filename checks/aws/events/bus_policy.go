package events

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/events"
	"demarc/providers/inventory"
)

// BusPolicy asks that it be written down who may use a custom bus.
var BusPolicy = &checks.Check{
	ID:       "aws-events-bus-policy-attached",
	Title:    "Custom event buses have a resource policy",
	Why:      "Without a policy of its own, what may be sent to a bus hangs on every identity policy of the account, and no one place says who is meant to use it.",
	Severity: checks.Low,
	Area:     checks.Identity,
	Fix:      busPolicyFix,
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"EventBridge.3"}},
	Aliases:  []string{"securityhub:EventBridge.3"},
	Link:     "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
	Needs:    []inventory.Source{events.Buses},
	Run: checks.Each(events.Buses, func(p *checks.Probe, b *events.Bus) {
		switch {
		case b.ID == "default":
			p.Skipf("every account has the default event bus")
			return
		case strings.HasPrefix(b.ID, "aws.partner/"):
			p.Skipf("the event bus is a partner's source of events")
			return
		case b.ManagedBy != "":
			p.Skipf("the event bus is managed by %s", b.ManagedBy)
			return
		}
		if pol, ok := b.Policy.Get(p); ok && pol.Document == nil {
			p.Evidence("policy", "none")
			p.Failf("the event bus has no resource policy")
		}
	}),
}
