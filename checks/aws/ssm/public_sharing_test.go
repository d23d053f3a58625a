package ssm

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/ssm"
	"demarc/providers/inventory"
)

func TestPublicSharing(t *testing.T) {
	with := func(k inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(ssm.RegionSettings, &ssm.Settings{PublicSharing: k}))
	}
	checktest.Run(t, PublicSharing, []checktest.Case{
		{Name: "blocked", Have: with(inventory.Of("Disable")), Want: pass},
		{Name: "the default", Have: with(inventory.Of("Enable")), Want: fail},
		{Name: "hidden", Have: with(inventory.Missing[string](checktest.Dark)), Want: unknown},
	})
}
