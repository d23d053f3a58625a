package keyvault

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

func TestRBAC(t *testing.T) {
	checktest.Run(t, RBAC, []checktest.Case{
		{Name: "on", Have: have(keyvault.Vault{RBAC: inventory.Of(true)}), Want: pass},
		{Name: "off", Have: have(keyvault.Vault{RBAC: inventory.Of(false)}), Want: fail},
		{Name: "hidden", Have: have(keyvault.Vault{RBAC: hidden[bool]()}), Want: unknown},
	})
}
