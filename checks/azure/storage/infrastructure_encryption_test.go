package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestInfrastructureEncryption(t *testing.T) {
	checktest.Run(t, InfrastructureEncryption, []checktest.Case{
		{Name: "good", Have: have(storage.Account{DoublyEncrypted: inventory.Of(true)}), Want: pass},
		{Name: "bad", Have: have(storage.Account{DoublyEncrypted: inventory.Of(false)}), Want: fail},
		{Name: "hidden", Have: have(storage.Account{DoublyEncrypted: hidden[bool]()}), Want: unknown},
	})
}
