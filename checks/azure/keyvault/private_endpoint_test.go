package keyvault

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

func TestPrivateEndpoint(t *testing.T) {
	vault := func(states ...string) *inventory.Inventory {
		return have(keyvault.Vault{PrivateEndpoints: inventory.Of(states)})
	}
	checktest.Run(t, PrivateEndpoint, []checktest.Case{
		{Name: "approved", Have: vault("Pending", "Approved"), Want: pass},
		{Name: "pending", Have: vault("Pending"), Want: fail},
		{Name: "none", Have: vault(), Want: fail},
		{Name: "hidden", Have: have(keyvault.Vault{PrivateEndpoints: hidden[[]string]()}), Want: unknown},
	})
}
