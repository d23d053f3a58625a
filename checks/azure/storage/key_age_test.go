package storage

import (
	"testing"
	"time"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestKeyAge(t *testing.T) {
	now := inventory.Fixture().Now
	ago := func(days int) time.Time { return now.AddDate(0, 0, -days) }
	account := func(keyed bool, created time.Time, keys ...storage.Key) *inventory.Inventory {
		return have(storage.Account{SharedKeyAccess: inventory.Of(keyed), CreatedAt: inventory.Of(created), Keys: inventory.Of(keys)})
	}
	checktest.Run(t, KeyAge, []checktest.Case{
		{Name: "both young", Have: account(true, ago(900), storage.Key{Name: "key1", CreatedAt: ago(90)}, storage.Key{Name: "key2", CreatedAt: ago(3)}), Want: pass},
		{Name: "one old", Have: account(true, ago(900), storage.Key{Name: "key1", CreatedAt: ago(91)}, storage.Key{Name: "key2", CreatedAt: ago(3)}), Want: fail},
		{Name: "older than the date", Have: account(true, ago(900), storage.Key{Name: "key1"}, storage.Key{Name: "key2", CreatedAt: ago(3)}), Want: fail},
		{Name: "without a date, in a young account", Have: account(true, ago(9), storage.Key{Name: "key1"}), Want: pass},
		{Name: "keys that open nothing", Have: account(false, ago(900), storage.Key{Name: "key1"}), Want: skip},
		{Name: "hidden", Have: have(storage.Account{SharedKeyAccess: inventory.Of(true), Keys: hidden[[]storage.Key]()}), Want: unknown},
		{Name: "the account's age hidden", Have: have(storage.Account{SharedKeyAccess: inventory.Of(true), CreatedAt: hidden[time.Time](), Keys: inventory.Of([]storage.Key{{Name: "key1"}})}), Want: unknown},
	})
}
