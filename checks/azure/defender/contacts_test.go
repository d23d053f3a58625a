package defender

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/defender"
	"demarc/providers/inventory"
)

func TestContacts(t *testing.T) {
	full := defender.Contact{
		Name: "default", Enabled: inventory.Of(true), Emails: inventory.Of(1), Roles: inventory.Of([]string{"Owner"}),
		Severities: inventory.Of([]string{"Medium"}), Risks: inventory.Of([]string{"Critical"}),
	}
	for c, take := range map[*checks.Check]func(*defender.Contact){
		NotifyOwners:       func(c *defender.Contact) { c.Roles = inventory.Of([]string{"Contributor"}) },
		NotifyAddress:      func(c *defender.Contact) { c.Emails = inventory.Of(0) },
		NotifySevereAlerts: func(c *defender.Contact) { c.Severities = inventory.Of([]string{}) },
		NotifyAttackPaths:  func(c *defender.Contact) { c.Risks = inventory.Of([]string{}) },
	} {
		t.Run(c.ID, func(t *testing.T) {
			have := func(set ...func(*defender.Contact)) *inventory.Inventory {
				contact := full
				for _, f := range set {
					f(&contact)
				}
				return subscription(func(s *defender.Subscription) { s.Contacts = inventory.Of([]defender.Contact{contact}) })
			}
			checktest.Run(t, c, []checktest.Case{
				{Name: "told", Have: have(), Want: pass},
				{Name: "not told", Have: have(take), Want: fail},
				{Name: "switched off", Have: have(func(c *defender.Contact) { c.Enabled = inventory.Of(false) }), Want: fail},
				{Name: "none", Have: subscription(func(s *defender.Subscription) { s.Contacts = inventory.Of([]defender.Contact{}) }), Want: fail},
				{Name: "enabled hidden", Have: have(func(c *defender.Contact) { c.Enabled = dark[bool]() }), Want: unknown},
				{Name: "hidden", Have: subscription(func(s *defender.Subscription) { s.Contacts = dark[[]defender.Contact]() }), Want: unknown},
			})
		})
	}
}
