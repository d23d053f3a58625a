package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestKeyRotationReminder(t *testing.T) {
	account := func(keyed bool, days int) *inventory.Inventory {
		return have(storage.Account{SharedKeyAccess: inventory.Of(keyed), KeyReminderDays: inventory.Of(days)})
	}
	checktest.Run(t, KeyRotationReminder, []checktest.Case{
		{Name: "set", Have: account(true, 90), Want: pass},
		{Name: "not set", Have: account(true, 0), Want: fail},
		{Name: "keys that open nothing", Have: account(false, 0), Want: skip},
		{Name: "hidden", Have: have(storage.Account{SharedKeyAccess: inventory.Of(true), KeyReminderDays: hidden[int]()}), Want: unknown},
		{Name: "unknown whether the keys open anything", Have: have(storage.Account{SharedKeyAccess: hidden[bool](), KeyReminderDays: inventory.Of(0)}), Want: unknown},
	})
}
