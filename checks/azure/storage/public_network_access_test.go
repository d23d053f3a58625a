package storage

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestPublicNetworkAccess(t *testing.T) {
	account := func(access, action string) *inventory.Inventory {
		return have(storage.Account{PublicNetwork: inventory.Of(access), DefaultAction: inventory.Of(action)})
	}
	checktest.Run(t, PublicNetworkAccess, []checktest.Case{
		{Name: "closed", Have: account("Disabled", "Allow"), Want: pass},
		{Name: "open", Have: account("Enabled", "Allow"), Want: fail, Severity: checks.High},
		{Name: "open to some", Have: account("Enabled", "Deny"), Want: fail, Severity: checks.Medium},
		{Name: "a perimeter", Have: account("SecuredByPerimeter", "Allow"), Want: skip},
		{Name: "another", Have: account("Half", "Allow"), Want: unknown},
		{Name: "hidden", Have: have(storage.Account{PublicNetwork: hidden[string](), DefaultAction: inventory.Of("Allow")}), Want: unknown},
	})
}
