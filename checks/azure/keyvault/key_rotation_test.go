package keyvault

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

func TestKeyRotation(t *testing.T) {
	key := func(enabled bool, r inventory.Known[keyvault.Rotation]) *inventory.Inventory {
		return have(keyvault.Vault{}, inventory.Rows(keyvault.Keys, &keyvault.Key{Item: item(enabled, inventory.Of[int64](0)), Rotation: r}))
	}
	checktest.Run(t, KeyRotation, []checktest.Case{
		{Name: "rotated", Have: key(true, inventory.Of(keyvault.Rotation{Actions: []string{"notify", "rotate"}})), Want: pass},
		{Name: "told of", Have: key(true, inventory.Of(keyvault.Rotation{Actions: []string{"notify"}})), Want: fail},
		{Name: "nothing", Have: key(true, inventory.Of(keyvault.Rotation{})), Want: fail},
		{Name: "a certificate's", Have: key(true, inventory.Of(keyvault.Rotation{Certificate: true})), Want: skip},
		{Name: "disabled", Have: key(false, inventory.Of(keyvault.Rotation{})), Want: skip},
		{Name: "hidden", Have: key(true, hidden[keyvault.Rotation]()), Want: unknown},
	})
}
