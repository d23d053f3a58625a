package storage

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestSecureTransfer(t *testing.T) {
	have := func(https inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(storage.Accounts, &storage.Account{Resource: inventory.Resource{ID: "a"}, HTTPSOnly: https}))
	}
	checktest.Run(t, SecureTransfer, []checktest.Case{
		{Name: "on", Have: have(inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(inventory.Missing[bool](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
