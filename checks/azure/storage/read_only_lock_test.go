package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestReadOnlyLock(t *testing.T) {
	account := func(locks ...*storage.Lock) *inventory.Inventory {
		return have(storage.Account{}, inventory.Rows(storage.Locks, locks...))
	}
	checktest.Run(t, ReadOnlyLock, []checktest.Case{
		{Name: "on the account", Have: account(lock("/rg/a", "ReadOnly")), Want: pass},
		{Name: "on what it is in", Have: account(lock("/rg", "ReadOnly")), Want: pass},
		{Name: "the other kind", Have: account(lock("/rg/a", "CanNotDelete")), Want: fail},
		{Name: "on another", Have: account(lock("/rg/ab", "ReadOnly"), lock("/rg/a/child", "ReadOnly")), Want: fail},
		{Name: "of a hidden kind", Have: account(&storage.Lock{Resource: inventory.Resource{ID: "l", Full: "/l"}, Scope: "/rg", Grade: hidden[string]()}), Want: unknown},
		{Name: "hidden", Have: have(storage.Account{}, inventory.Unlisted(storage.Locks, "", checktest.Dark)), Want: unknown},
	})
}
