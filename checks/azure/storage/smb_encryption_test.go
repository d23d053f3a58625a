package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestSMBEncryption(t *testing.T) {
	account := func(n storage.Shares, offered ...string) *inventory.Inventory {
		return have(storage.Account{File: inventory.Of(storage.FileService{Encryption: offered, Retention: inventory.Of(0)}), Shares: inventory.Of(n)})
	}
	checktest.Run(t, SMBEncryption, []checktest.Case{
		{Name: "the best alone", Have: account(storage.Shares{SMB: 2}, "AES-256-GCM"), Want: pass},
		{Name: "a weaker one too", Have: account(storage.Shares{SMB: 1}, "AES-128-GCM", "AES-256-GCM"), Want: fail},
		{Name: "no share by SMB", Have: account(storage.Shares{NFS: 1}, "AES-128-GCM", "AES-256-GCM"), Want: skip},
		{Name: "hidden", Have: have(storage.Account{File: hidden[storage.FileService](), Shares: inventory.Of(storage.Shares{SMB: 1})}), Want: unknown},
		{Name: "shares hidden", Have: have(storage.Account{File: inventory.Of(storage.FileService{Retention: inventory.Of(0)}), Shares: hidden[storage.Shares]()}), Want: unknown},
	})
}
