package storage

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestDefaultDeny(t *testing.T) {
	account := func(access, action string) *inventory.Inventory {
		return have(storage.Account{PublicNetwork: inventory.Of(access), DefaultAction: inventory.Of(action)})
	}
	checktest.Run(t, DefaultDeny, []checktest.Case{
		{Name: "denied", Have: account("Enabled", "Deny"), Want: pass},
		{Name: "allowed", Have: account("Enabled", "Allow"), Want: fail},
		{Name: "allowed, and no network asked", Have: account("Disabled", "Allow"), Want: pass},
		{Name: "a perimeter", Have: account("SecuredByPerimeter", "Allow"), Want: skip},
		{Name: "another", Have: account("Enabled", "Perhaps"), Want: unknown},
		{Name: "hidden", Have: have(storage.Account{PublicNetwork: inventory.Of("Enabled"), DefaultAction: hidden[string]()}), Want: unknown},
		{Name: "closed, its rules hidden", Have: have(storage.Account{PublicNetwork: inventory.Of("Disabled"), DefaultAction: hidden[string]()}), Want: pass},
	})
}
