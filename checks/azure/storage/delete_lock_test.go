package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestDeleteLock(t *testing.T) {
	account := func(locks ...*storage.Lock) *inventory.Inventory {
		return have(storage.Account{}, inventory.Rows(storage.Locks, locks...))
	}
	checktest.Run(t, DeleteLock, []checktest.Case{
		{Name: "on the account", Have: account(lock("/rg/a", "CanNotDelete")), Want: pass},
		{Name: "on what it is in", Have: account(lock("/rg", "CanNotDelete")), Want: pass},
		{Name: "the other kind", Have: account(lock("/rg/a", "ReadOnly")), Want: pass},
		{Name: "on another", Have: account(lock("/rg/ab", "CanNotDelete"), lock("/rg/a/child", "CanNotDelete")), Want: fail},
		{Name: "of a hidden kind", Have: account(&storage.Lock{Resource: inventory.Resource{ID: "l", Full: "/l"}, Scope: "/rg", Grade: hidden[string]()}), Want: unknown},
		{Name: "hidden", Have: have(storage.Account{}, inventory.Unlisted(storage.Locks, "", checktest.Dark)), Want: unknown},
	})
}
