package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestBlobVersioning(t *testing.T) {
	account := func(tree bool, b storage.BlobService) *inventory.Inventory {
		return have(storage.Account{Hierarchical: inventory.Of(tree), Blob: inventory.Of(b)})
	}
	checktest.Run(t, BlobVersioning, []checktest.Case{
		{Name: "on", Have: account(false, storage.BlobService{Versioning: true}), Want: pass},
		{Name: "off", Have: account(false, storage.BlobService{}), Want: fail},
		{Name: "a data lake", Have: account(true, storage.BlobService{}), Want: skip},
		{Name: "an account for files", Have: account(false, storage.BlobService{Absent: true}), Want: skip},
		{Name: "hidden", Have: have(storage.Account{Hierarchical: inventory.Of(false), Blob: hidden[storage.BlobService]()}), Want: unknown},
	})
}
