package keyvault

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

func TestRecoverable(t *testing.T) {
	checktest.Run(t, Recoverable, []checktest.Case{
		{Name: "on", Have: have(keyvault.Vault{PurgeProtection: inventory.Of(true)}), Want: pass},
		{Name: "off", Have: have(keyvault.Vault{PurgeProtection: inventory.Of(false)}), Want: fail},
		{Name: "hidden", Have: have(keyvault.Vault{PurgeProtection: hidden[bool]()}), Want: unknown},
	})
}
