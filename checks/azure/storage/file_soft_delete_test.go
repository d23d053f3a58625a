package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestFileSoftDelete(t *testing.T) {
	account := func(days inventory.Known[int], n storage.Shares) *inventory.Inventory {
		return have(storage.Account{File: inventory.Of(storage.FileService{Retention: days}), Shares: inventory.Of(n)})
	}
	checktest.Run(t, FileSoftDelete, []checktest.Case{
		{Name: "on", Have: account(inventory.Of(14), storage.Shares{SMB: 1}), Want: pass},
		{Name: "too short", Have: account(inventory.Of(1), storage.Shares{SMB: 1}), Want: fail},
		{Name: "off, over NFS", Have: account(inventory.Of(0), storage.Shares{NFS: 1}), Want: fail},
		{Name: "no shares", Have: account(inventory.Of(0), storage.Shares{}), Want: skip},
		{Name: "no files", Have: have(storage.Account{File: inventory.Of(storage.FileService{Absent: true, Retention: inventory.Of(0)}), Shares: inventory.Of(storage.Shares{})}), Want: skip},
		{Name: "hidden", Have: account(hidden[int](), storage.Shares{SMB: 1}), Want: unknown},
		{Name: "shares hidden", Have: have(storage.Account{File: inventory.Of(storage.FileService{Retention: inventory.Of(0)}), Shares: hidden[storage.Shares]()}), Want: unknown},
	})
}
