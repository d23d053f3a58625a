package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestTrustedServices(t *testing.T) {
	account := func(access, action, bypass string) *inventory.Inventory {
		return have(storage.Account{PublicNetwork: inventory.Of(access), DefaultAction: inventory.Of(action), Bypass: inventory.Of(bypass)})
	}
	checktest.Run(t, TrustedServices, []checktest.Case{
		{Name: "let in", Have: account("Enabled", "Deny", "Logging, AzureServices"), Want: pass},
		{Name: "shut out", Have: account("Enabled", "Deny", "Logging"), Want: fail},
		{Name: "shut out of a private account", Have: account("Disabled", "Allow", "None"), Want: fail},
		{Name: "an open account", Have: account("Enabled", "Allow", "None"), Want: skip},
		{Name: "hidden", Have: have(storage.Account{PublicNetwork: inventory.Of("Enabled"), DefaultAction: inventory.Of("Deny"), Bypass: hidden[string]()}), Want: unknown},
	})
}
