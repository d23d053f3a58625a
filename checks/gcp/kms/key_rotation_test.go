package kms

import (
	"slices"
	"testing"
	"time"

	"demarc/checks/checktest"
	"demarc/providers/gcp/kms"
	"demarc/providers/inventory"
)

func TestKeyRotation(t *testing.T) {
	enabled, destroyed, scheduled := inventory.Of("ENABLED"), inventory.Of("DESTROYED"), inventory.Of("DESTROY_SCHEDULED")
	purpose := func(p string) func(*kms.CryptoKey) {
		return func(k *kms.CryptoKey) { k.Purpose = inventory.Of(p) }
	}
	imported := func(k *kms.CryptoKey) { k.Imported = inventory.Of(true) }
	external := func(k *kms.CryptoKey) { k.Protection = inventory.Of("EXTERNAL") }
	both := []checktest.Case{
		{Name: "ninety days", Have: have(newKey(), enabled), Want: pass},
		{Name: "none", Have: have(newKey(every(0)), destroyed, enabled), Want: fail},
		{Name: "none, and disabled", Have: have(newKey(every(0)), inventory.Of("DISABLED")), Want: fail},
		{Name: "none, and all destroyed", Have: have(newKey(every(0)), destroyed, scheduled), Want: skip},
		{Name: "none, and no version", Have: have(newKey(every(0))), Want: skip},
		{Name: "to sign with", Have: have(newKey(every(0), purpose("ASYMMETRIC_SIGN")), enabled), Want: skip},
		{Name: "imported", Have: have(newKey(every(0), imported), enabled), Want: skip},
		{Name: "external", Have: have(newKey(every(0), external), enabled), Want: skip},
		{Name: "the period is hidden", Have: have(newKey(func(k *kms.CryptoKey) { k.RotationSeconds = dark[int]() }), enabled), Want: unknown},
		{Name: "states are hidden", Have: have(newKey(every(0)), destroyed, dark[string]()), Want: unknown},
		{Name: "the purpose is hidden", Have: have(newKey(every(0), func(k *kms.CryptoKey) { k.Purpose = dark[string]() }), enabled), Want: unknown},
	}
	t.Run("rotates", func(t *testing.T) {
		checktest.Run(t, KeyRotation, append(slices.Clone(both), checktest.Case{Name: "a year", Have: have(newKey(every(365*day)), enabled), Want: pass}))
	})
	t.Run("often enough", func(t *testing.T) {
		later := func(k *kms.CryptoKey) { k.NextRotation = inventory.Of(inventory.FixtureNow.AddDate(0, 0, 200)) }
		checktest.Run(t, KeyRotationPeriod, append(slices.Clone(both),
			checktest.Case{Name: "a year", Have: have(newKey(every(365*day)), enabled), Want: fail},
			checktest.Case{Name: "an hour more than ninety days", Have: have(newKey(every(90*day+3600)), enabled), Want: fail},
			checktest.Case{Name: "often, but beginning next year", Have: have(newKey(later), enabled), Want: fail},
			checktest.Case{Name: "imported, with a period", Have: have(newKey(every(365*day), imported), enabled), Want: fail},
			checktest.Case{Name: "the next is hidden", Have: have(newKey(func(k *kms.CryptoKey) { k.NextRotation = dark[time.Time]() }), enabled), Want: unknown}))
	})
}
