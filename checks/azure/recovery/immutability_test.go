package recovery

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/recovery"
	"demarc/providers/inventory"
)

func TestImmutability(t *testing.T) {
	vault := func(state inventory.Known[string]) *inventory.Inventory {
		return have(recovery.Vault{Security: inventory.Of(recovery.Security{Immutability: state})})
	}
	checktest.Run(t, Immutability, []checktest.Case{
		{Name: "on", Have: vault(inventory.Of("Unlocked")), Want: pass},
		{Name: "off", Have: vault(inventory.Of("Disabled")), Want: fail},
		{Name: "another state", Have: vault(inventory.Of("Invalid")), Want: unknown},
		{Name: "not told", Have: vault(hidden[string]()), Want: unknown},
		{Name: "hidden", Have: have(recovery.Vault{Security: hidden[recovery.Security]()}), Want: unknown},
	})
}
