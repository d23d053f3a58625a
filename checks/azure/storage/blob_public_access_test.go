package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestBlobPublicAccess(t *testing.T) {
	checktest.Run(t, BlobPublicAccess, []checktest.Case{
		{Name: "good", Have: have(storage.Account{BlobPublicAccess: inventory.Of(false)}), Want: pass},
		{Name: "bad", Have: have(storage.Account{BlobPublicAccess: inventory.Of(true)}), Want: fail},
		{Name: "hidden", Have: have(storage.Account{BlobPublicAccess: hidden[bool]()}), Want: unknown},
	})
}
