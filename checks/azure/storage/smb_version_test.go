package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestSMBVersion(t *testing.T) {
	account := func(n storage.Shares, offered ...string) *inventory.Inventory {
		return have(storage.Account{File: inventory.Of(storage.FileService{Versions: offered, Retention: inventory.Of(0)}), Shares: inventory.Of(n)})
	}
	checktest.Run(t, SMBVersion, []checktest.Case{
		{Name: "the best alone", Have: account(storage.Shares{SMB: 2}, "SMB3.1.1"), Want: pass},
		{Name: "a weaker one too", Have: account(storage.Shares{SMB: 1}, "SMB3.0", "SMB3.1.1"), Want: fail},
		{Name: "no share by SMB", Have: account(storage.Shares{NFS: 1}, "SMB3.0", "SMB3.1.1"), Want: skip},
		{Name: "hidden", Have: have(storage.Account{File: hidden[storage.FileService](), Shares: inventory.Of(storage.Shares{SMB: 1})}), Want: unknown},
		{Name: "shares hidden", Have: have(storage.Account{File: inventory.Of(storage.FileService{Retention: inventory.Of(0)}), Shares: hidden[storage.Shares]()}), Want: unknown},
	})
}
