package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestPrivateEndpoint(t *testing.T) {
	account := func(states ...string) *inventory.Inventory {
		return have(storage.Account{PrivateEndpoints: inventory.Of(states)})
	}
	checktest.Run(t, PrivateEndpoint, []checktest.Case{
		{Name: "approved", Have: account("Rejected", "Approved"), Want: pass},
		{Name: "pending", Have: account("Pending"), Want: fail},
		{Name: "none", Have: account(), Want: fail},
		{Name: "hidden", Have: have(storage.Account{PrivateEndpoints: hidden[[]string]()}), Want: unknown},
	})
}
