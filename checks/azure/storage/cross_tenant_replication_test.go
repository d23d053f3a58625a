package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestCrossTenantReplication(t *testing.T) {
	checktest.Run(t, CrossTenantReplication, []checktest.Case{
		{Name: "good", Have: have(storage.Account{CrossTenantReplication: inventory.Of(false)}), Want: pass},
		{Name: "bad", Have: have(storage.Account{CrossTenantReplication: inventory.Of(true)}), Want: fail},
		{Name: "hidden", Have: have(storage.Account{CrossTenantReplication: hidden[bool]()}), Want: unknown},
	})
}
