package entra

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

func TestMFAAllUsers(t *testing.T) {
	off := inventory.Of(false)
	strength := strict(func(c *policy) { c.Grant.Controls, c.Grant.Strength = list(), inventory.Of("mfa") })
	both := strict(func(c *policy) {
		c.Grant.Controls, c.Grant.Operator = list("mfa", "compliantDevice"), inventory.Of("AND")
	})
	members := strict(func(c *policy) { c.Users.ExcludeGuests = list(kindsOfGuests...) })
	guestsOnly := strict(func(c *policy) { c.Users.Include, c.Users.IncludeGuests = list(), list(kindsOfGuests...) })
	browsers := strict(func(c *policy) { c.ClientAppTypes = list("browser") })
	cases := append(policyCases(strict(), map[string]func(*policy){
		"some applications": toSomeApps, "without an application": besidesApp, "from some places": fromSome, "at risk": atRisk,
		"some users": toSomeUsers, "without a role": besidesRoles, "or a device": orDevice, "another control": notMFA,
	}),
		checktest.Case{Name: "a strength", Have: withPolicies(off, strength), Want: pass},
		checktest.Case{Name: "and a device", Have: withPolicies(off, both), Want: pass},
		checktest.Case{Name: "guests left out", Have: withPolicies(off, members), Want: fail},
		checktest.Case{Name: "guests by another policy", Have: withPolicies(off, members, guestsOnly), Want: pass},
		checktest.Case{Name: "browsers alone", Have: withPolicies(off, browsers), Want: fail},
		checktest.Case{Name: "enrolment left out", Have: withPolicies(off, strict(func(c *policy) { c.Applications.Exclude = list(intuneEnrollment) })), Want: pass},
	)
	checktest.Run(t, MFAAllUsers, cases)
}

func TestMFAAdmins(t *testing.T) {
	byRole := strict(func(c *policy) {
		c.Users.Include, c.Users.IncludeRoles = list(), list(privilegedRoles.Default.([]string)...)
	})
	checktest.Run(t, MFAAdmins, append(policyCases(byRole, map[string]func(*policy){
		"one role": func(c *policy) { c.Users.IncludeRoles = list(entra.GlobalAdministrator) }, "without a role": besidesRoles, "some applications": toSomeApps,
	}), checktest.Case{Name: "all users", Have: withPolicies(inventory.Of(false), strict()), Want: pass}))
}

func TestMFAGuests(t *testing.T) {
	checktest.Run(t, MFAGuests, policyCases(strict(func(c *policy) { c.Users.Include = list("GuestsOrExternalUsers") }), map[string]func(*policy){
		"some kinds":     func(c *policy) { c.Users.Include, c.Users.IncludeGuests = list(), list("b2bCollaborationGuest") },
		"guests are out": func(c *policy) { c.Users.Include, c.Users.Exclude = list("All"), list("GuestsOrExternalUsers") },
	}))
}

func TestMFAManagement(t *testing.T) {
	checktest.Run(t, MFAManagement, policyCases(strict(func(c *policy) { c.Applications.Include = list(managementAPI) }), map[string]func(*policy){
		"other applications": toSomeApps, "left out": func(c *policy) { c.Applications.Include, c.Applications.Exclude = list("All"), list(managementAPI) },
	}))
}

func TestMFAAdminPortals(t *testing.T) {
	checktest.Run(t, MFAAdminPortals, policyCases(strict(func(c *policy) { c.Applications.Include = list(adminPortals) }), map[string]func(*policy){
		"other applications": toSomeApps, "some users": toSomeUsers,
	}))
}
