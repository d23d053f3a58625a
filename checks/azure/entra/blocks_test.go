package entra

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

func TestLegacyAuthentication(t *testing.T) {
	checktest.Run(t, LegacyAuthentication, policyCases(strict(func(c *policy) {
		c.Grant.Controls, c.ClientAppTypes = list("block"), list("exchangeActiveSync", "other")
	}), map[string]func(*policy){
		"one of them":       func(c *policy) { c.ClientAppTypes = list("other") },
		"asks for a factor": func(c *policy) { c.Grant.Controls = list("mfa") },
		"some users":        toSomeUsers,
		"a flow":            func(c *policy) { c.Flows = list("deviceCodeFlow") },
	}))
}

// licensed are the cases of the checks that a licence decides.
func licensed(t *testing.T, c *checks.Check, good policy, bad ...policy) {
	t.Helper()
	have := func(l inventory.Known[entra.Licences], all inventory.Known[[]policy]) *inventory.Inventory {
		return tenant(func(t *entra.Tenant) { t.Licences, t.ConditionalAccess = l, all })
	}
	full, none := inventory.Of(entra.Licences{P1: true, P2: true}), inventory.Of([]policy{})
	cases := []checktest.Case{
		{Name: "a policy", Have: have(full, inventory.Of([]policy{good})), Want: pass},
		{Name: "none", Have: have(full, none), Want: fail},
		{Name: "no licence", Have: have(inventory.Of(entra.Licences{}), none), Want: skip},
		{Name: "licences hidden", Have: have(dark[entra.Licences](), none), Want: unknown},
		{Name: "policies hidden", Have: have(full, dark[[]policy]()), Want: unknown},
	}
	for _, b := range bad {
		cases = append(cases, checktest.Case{Name: "not enough", Have: have(full, inventory.Of([]policy{b})), Want: fail})
	}
	checktest.Run(t, c, cases)
}

func TestDeviceCodeFlow(t *testing.T) {
	good := strict(func(c *policy) {
		c.Grant.Controls, c.Flows = list("block"), list("deviceCodeFlow", "authenticationTransfer")
	})
	some := good
	toSomeUsers(&some)
	licensed(t, DeviceCodeFlow, good, some, strict())
}

func TestSignInRisk(t *testing.T) {
	good := strict(func(c *policy) { c.SignInRisk = list("high", "medium") })
	licensed(t, SignInRisk, good, strict(atRisk), strict(func(c *policy) { c.SignInRisk, c.UserRisk = list("high", "medium"), list("high") }), strict(func(c *policy) {
		c.SignInRisk, c.Narrowed = list("high", "medium"), list("platforms")
	}))
}

func TestUserRisk(t *testing.T) {
	good := strict(func(c *policy) {
		c.UserRisk, c.Grant.Controls, c.Grant.Operator = list("high"), list("mfa", "passwordChange"), inventory.Of("AND")
	})
	factor := good
	factor.Grant.Controls = list("mfa")
	licensed(t, UserRisk, good, factor)
}
