package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestCustomerKey(t *testing.T) {
	account := func(source string) *inventory.Inventory {
		return have(storage.Account{KeySource: inventory.Of(source)})
	}
	checktest.Run(t, CustomerKey, []checktest.Case{
		{Name: "one's own", Have: account("Microsoft.Keyvault"), Want: pass},
		{Name: "Microsoft's", Have: account("Microsoft.Storage"), Want: fail},
		{Name: "another", Have: account("Microsoft.Elsewhere"), Want: unknown},
		{Name: "hidden", Have: have(storage.Account{KeySource: hidden[string]()}), Want: unknown},
	})
}
