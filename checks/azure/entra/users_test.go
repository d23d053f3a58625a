package entra

import (
	"testing"
	"time"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

func TestRegistered(t *testing.T) {
	for c, of := range map[*checks.Check]*inventory.Type[entra.Registration]{AdminsRegistered: entra.AdminRegistrations, UsersRegistered: entra.UserRegistrations} {
		t.Run(c.ID, func(t *testing.T) {
			have := func(admin, mfa inventory.Known[bool]) *inventory.Inventory {
				return inventory.Fixture(inventory.Rows(of, &entra.Registration{Resource: inventory.Resource{ID: "u"}, Admin: admin, MFA: mfa}))
			}
			yes, no := inventory.Of(true), inventory.Of(false)
			checktest.Run(t, c, []checktest.Case{
				{Name: "registered", Have: have(yes, yes), Want: pass},
				{Name: "not", Have: have(yes, no), Want: fail},
				{Name: "hidden", Have: have(yes, dark[bool]()), Want: unknown},
				{Name: "whose it is is hidden", Have: have(dark[bool](), no), Want: unknown},
				{Name: "no licence", Have: inventory.Fixture(inventory.Unlisted(of, "", inventory.Gap{Reason: inventory.Unlicensed})), Want: unknown},
			})
		})
	}
}

func TestInactiveUsers(t *testing.T) {
	ago := func(days int) inventory.Known[time.Time] {
		return inventory.Of(inventory.FixtureNow.Add(-time.Duration(days) * day))
	}
	never := inventory.Of(time.Time{})
	have := func(on bool, created, last inventory.Known[time.Time]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(entra.Users, &entra.User{Resource: inventory.Resource{ID: "u"}, Enabled: inventory.Of(on), Created: created, LastSignIn: last}))
	}
	checktest.Run(t, InactiveUsers, []checktest.Case{
		{Name: "lately", Have: have(true, ago(900), ago(90)), Want: pass},
		{Name: "long ago", Have: have(true, ago(900), ago(91)), Want: fail},
		{Name: "new, never", Have: have(true, ago(10), never), Want: pass},
		{Name: "old, never", Have: have(true, ago(900), never), Want: fail},
		{Name: "disabled", Have: have(false, ago(900), ago(900)), Want: skip},
		{Name: "hidden", Have: have(true, ago(900), dark[time.Time]()), Want: unknown},
	})
}
