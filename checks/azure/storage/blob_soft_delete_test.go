package storage

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestBlobSoftDelete(t *testing.T) {
	have := func(b inventory.Known[storage.BlobService]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(storage.Accounts, &storage.Account{Resource: inventory.Resource{ID: "a"}, Blob: b}))
	}
	checktest.Run(t, BlobSoftDelete, []checktest.Case{
		{Name: "on", Have: have(inventory.Of(storage.BlobService{DeleteRetention: 7})), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: have(inventory.Of(storage.BlobService{})), Want: []checks.Verdict{checks.Fail}},
		{Name: "an account for files", Have: have(inventory.Of(storage.BlobService{Absent: true})), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "hidden", Have: have(inventory.Missing[storage.BlobService](checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
