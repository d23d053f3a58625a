package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestEntraByDefault(t *testing.T) {
	checktest.Run(t, EntraByDefault, []checktest.Case{
		{Name: "good", Have: have(storage.Account{EntraByDefault: inventory.Of(true)}), Want: pass},
		{Name: "bad", Have: have(storage.Account{EntraByDefault: inventory.Of(false)}), Want: fail},
		{Name: "hidden", Have: have(storage.Account{EntraByDefault: hidden[bool]()}), Want: unknown},
	})
}
