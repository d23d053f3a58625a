package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestContainerSoftDelete(t *testing.T) {
	checktest.Run(t, ContainerSoftDelete, []checktest.Case{
		{Name: "on", Have: have(storage.Account{Blob: inventory.Of(storage.BlobService{ContainersRetention: 7})}), Want: pass},
		{Name: "off", Have: have(storage.Account{Blob: inventory.Of(storage.BlobService{DeleteRetention: 30})}), Want: fail},
		{Name: "an account for files", Have: have(storage.Account{Blob: inventory.Of(storage.BlobService{Absent: true})}), Want: skip},
		{Name: "hidden", Have: have(storage.Account{Blob: hidden[storage.BlobService]()}), Want: unknown},
	})
}
