package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestSharedKeyAccess(t *testing.T) {
	checktest.Run(t, SharedKeyAccess, []checktest.Case{
		{Name: "good", Have: have(storage.Account{SharedKeyAccess: inventory.Of(false)}), Want: pass},
		{Name: "bad", Have: have(storage.Account{SharedKeyAccess: inventory.Of(true)}), Want: fail},
		{Name: "hidden", Have: have(storage.Account{SharedKeyAccess: hidden[bool]()}), Want: unknown},
	})
}
