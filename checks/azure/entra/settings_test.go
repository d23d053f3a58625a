package entra

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/entra"
	"demarc/providers/inventory"
)

func TestGroupCreation(t *testing.T) {
	have := func(k inventory.Known[entra.GroupSettings]) *inventory.Inventory {
		return tenant(func(t *entra.Tenant) { t.Groups = k })
	}
	checktest.Run(t, GroupCreation, []checktest.Case{
		{Name: "no", Have: have(inventory.Of(entra.GroupSettings{Creation: inventory.Of(false)})), Want: pass},
		{Name: "yes", Have: have(inventory.Of(entra.GroupSettings{Creation: inventory.Of(true)})), Want: fail},
		{Name: "hidden", Have: have(dark[entra.GroupSettings]()), Want: unknown},
	})
}

func TestPasswords(t *testing.T) {
	have := func(threshold, seconds int, checked bool, words int, p1 bool) *inventory.Inventory {
		return tenant(func(t *entra.Tenant) {
			t.Licences = inventory.Of(entra.Licences{P1: p1})
			t.Passwords = inventory.Of(entra.PasswordRules{
				LockoutThreshold: inventory.Of(threshold), LockoutSeconds: inventory.Of(seconds),
				BannedCheck: inventory.Of(checked), BannedWords: inventory.Of(words),
			})
		})
	}
	hidden := checktest.Case{Name: "hidden", Want: unknown, Have: tenant(func(t *entra.Tenant) {
		t.Passwords, t.Licences = dark[entra.PasswordRules](), inventory.Of(entra.Licences{P1: true})
	})}
	checktest.Run(t, LockoutThreshold, []checktest.Case{
		{Name: "ten", Have: have(10, 60, false, 0, true), Want: pass}, {Name: "fifty", Have: have(50, 60, false, 0, true), Want: fail}, hidden,
	})
	checktest.Run(t, LockoutDuration, []checktest.Case{
		{Name: "a minute", Have: have(10, 60, false, 0, true), Want: pass}, {Name: "ten seconds", Have: have(10, 10, false, 0, true), Want: fail}, hidden,
	})
	checktest.Run(t, BannedPasswords, []checktest.Case{
		{Name: "a list", Have: have(10, 60, true, 3, true), Want: pass},
		{Name: "an empty list", Have: have(10, 60, true, 0, true), Want: fail},
		{Name: "off", Have: have(10, 60, false, 3, true), Want: fail},
		{Name: "no licence", Have: have(10, 60, false, 0, false), Want: skip},
		hidden,
	})
}

func TestMethods(t *testing.T) {
	have := func(migration string, states map[string]string, app string) *inventory.Inventory {
		m := entra.AuthenticationMethods{Migration: inventory.Of(migration), ShowsApp: inventory.Of(app), ShowsPlace: inventory.Of("enabled")}
		for _, id := range []string{"Sms", "Voice", "Email", "Fido2", "MicrosoftAuthenticator"} {
			state := states[id]
			if state == "" {
				state = "disabled"
			}
			m.Methods = append(m.Methods, entra.Method{ID: id, State: inventory.Of(state)})
		}
		return tenant(func(t *entra.Tenant) { t.Methods = inventory.Of(m) })
	}
	hidden := checktest.Case{Name: "hidden", Want: unknown, Have: tenant(func(t *entra.Tenant) { t.Methods = dark[entra.AuthenticationMethods]() })}
	app := map[string]string{"MicrosoftAuthenticator": "enabled"}
	checktest.Run(t, StrongMethods, []checktest.Case{
		{Name: "strong", Have: have("migrationComplete", app, "enabled"), Want: pass},
		{Name: "by telephone", Have: have("migrationComplete", map[string]string{"Sms": "enabled", "Fido2": "enabled"}, ""), Want: fail},
		{Name: "none", Have: have("migrationComplete", nil, ""), Want: fail},
		{Name: "older settings count", Have: have("preMigration", app, ""), Want: unknown},
		hidden,
	})
	checktest.Run(t, AuthenticatorContext, []checktest.Case{
		{Name: "shown", Have: have("migrationComplete", app, "enabled"), Want: pass},
		{Name: "as Microsoft chooses", Have: have("migrationComplete", app, "default"), Want: fail},
		{Name: "not used", Have: have("migrationComplete", nil, "default"), Want: skip},
		hidden,
	})
}

func TestAdminConsent(t *testing.T) {
	have := func(k inventory.Known[bool]) *inventory.Inventory {
		return tenant(func(t *entra.Tenant) { t.AdminConsent = k })
	}
	checktest.Run(t, AdminConsent, []checktest.Case{
		{Name: "on", Have: have(inventory.Of(true)), Want: pass},
		{Name: "off", Have: have(inventory.Of(false)), Want: fail},
		{Name: "hidden", Have: have(dark[bool]()), Want: unknown},
	})
}

func TestTrustedLocations(t *testing.T) {
	have := func(p1 inventory.Known[entra.Licences], trusted ...bool) *inventory.Inventory {
		var all []entra.NamedLocation
		for _, v := range trusted {
			all = append(all, entra.NamedLocation{Name: "office", Kind: "ip", Trusted: inventory.Of(v)})
		}
		return tenant(func(t *entra.Tenant) { t.Licences, t.NamedLocations = p1, inventory.Of(all) })
	}
	p1 := inventory.Of(entra.Licences{P1: true})
	checktest.Run(t, TrustedLocations, []checktest.Case{
		{Name: "trusted", Have: have(p1, false, true), Want: pass},
		{Name: "untrusted", Have: have(p1, false), Want: fail},
		{Name: "none", Have: have(p1), Want: fail},
		{Name: "no licence", Have: have(inventory.Of(entra.Licences{})), Want: skip},
		{Name: "licences hidden", Have: have(dark[entra.Licences]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
