package recovery

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/recovery"
	"demarc/providers/inventory"
)

func TestProtectedItems(t *testing.T) {
	vault := func(items, replicated inventory.Known[int]) *inventory.Inventory {
		return have(recovery.Vault{BackedUp: items, Replicated: replicated})
	}
	checktest.Run(t, ProtectedItems, []checktest.Case{
		{Name: "backups", Have: vault(inventory.Of(2), inventory.Of(0)), Want: pass},
		{Name: "replicas", Have: vault(inventory.Of(0), inventory.Of(1)), Want: pass},
		{Name: "backups, replicas hidden", Have: vault(inventory.Of(2), hidden[int]()), Want: pass},
		{Name: "nothing", Have: vault(inventory.Of(0), inventory.Of(0)), Want: fail},
		{Name: "hidden", Have: vault(inventory.Of(0), hidden[int]()), Want: unknown},
	})
}
