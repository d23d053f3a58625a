package keyvault

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

func TestPublicNetworkAccess(t *testing.T) {
	vault := func(access, action string) *inventory.Inventory {
		return have(keyvault.Vault{PublicNetwork: inventory.Of(access), DefaultAction: inventory.Of(action)})
	}
	checktest.Run(t, PublicNetworkAccess, []checktest.Case{
		{Name: "closed", Have: vault("disabled", "Allow"), Want: pass},
		{Name: "open", Have: vault("Enabled", "Allow"), Want: fail, Severity: checks.High},
		{Name: "open to some", Have: vault("enabled", "Deny"), Want: fail, Severity: checks.Medium},
		{Name: "a perimeter", Have: vault("SecuredByPerimeter", "Allow"), Want: skip},
		{Name: "another", Have: vault("Half", "Allow"), Want: unknown},
		{Name: "hidden", Have: have(keyvault.Vault{PublicNetwork: hidden[string](), DefaultAction: inventory.Of("Allow")}), Want: unknown},
	})
}
