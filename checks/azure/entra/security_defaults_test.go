package entra

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

func TestSecurityDefaults(t *testing.T) {
	off := inventory.Of(false)
	checktest.Run(t, SecurityDefaults, []checktest.Case{
		{Name: "on", Have: withPolicies(inventory.Of(true)), Want: pass},
		{Name: "off", Have: withPolicies(off), Want: fail},
		{Name: "off, a policy that is off", Have: withPolicies(off, strict(func(c *policy) { c.State = inventory.Of("disabled") })), Want: fail},
		{Name: "off, conditional access", Have: withPolicies(off, strict(toSomeUsers)), Want: skip},
		{Name: "hidden", Have: withPolicies(dark[bool]()), Want: unknown},
		{Name: "policies hidden", Have: tenant(func(t *entra.Tenant) { t.SecurityDefaults, t.ConditionalAccess = off, dark[[]policy]() }), Want: unknown},
	})
}
