package secretmanager

import (
	"testing"
	"time"

	"demarc/checks/checktest"
	"demarc/providers/gcp/secretmanager"
	"demarc/providers/inventory"
)

func TestSecretRotation(t *testing.T) {
	with := func(next inventory.Known[time.Time]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(secretmanager.Secrets, &secretmanager.Secret{Resource: inventory.Resource{ID: "a", Full: "a"}, NextRotation: next}))
	}
	checktest.Run(t, SecretRotation, []checktest.Case{
		{Name: "never", Have: with(inventory.Of(time.Time{})), Want: fail},
		{Name: "soon", Have: with(inventory.Of(inventory.FixtureNow.AddDate(0, 1, 0))), Want: pass},
		{Name: "once, and that is over", Have: with(inventory.Of(inventory.FixtureNow.AddDate(0, -1, 0))), Want: fail},
		{Name: "hidden", Have: with(inventory.Missing[time.Time](checktest.Dark)), Want: unknown},
	})
}
