package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestMinTLS(t *testing.T) {
	account := func(least string) *inventory.Inventory { return have(storage.Account{MinimumTLS: inventory.Of(least)}) }
	checktest.Run(t, MinTLS, []checktest.Case{
		{Name: "1.2", Have: account("TLS1_2"), Want: pass},
		{Name: "1.3", Have: account("TLS1_3"), Want: pass},
		{Name: "1.1", Have: account("TLS1_1"), Want: fail},
		{Name: "another", Have: account("TLS2_0"), Want: unknown},
		{Name: "hidden", Have: have(storage.Account{MinimumTLS: hidden[string]()}), Want: unknown},
	})
}
