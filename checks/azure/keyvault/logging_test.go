package keyvault

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

func TestLogging(t *testing.T) {
	vault := func(all ...keyvault.Setting) *inventory.Inventory {
		return have(keyvault.Vault{Diagnostics: inventory.Of(all)})
	}
	sent := keyvault.Setting{Name: "s", Sinks: 1, Audit: inventory.Of(true)}
	checktest.Run(t, Logging, []checktest.Case{
		{Name: "sent", Have: vault(sent), Want: pass},
		{Name: "sent, beside what is hidden", Have: vault(keyvault.Setting{Sinks: 1, Audit: hidden[bool]()}, sent), Want: pass},
		{Name: "sent nowhere", Have: vault(keyvault.Setting{Audit: inventory.Of(true)}), Want: fail},
		{Name: "other logs", Have: vault(keyvault.Setting{Sinks: 1, Audit: inventory.Of(false)}), Want: fail},
		{Name: "no setting", Have: vault(), Want: fail},
		{Name: "hidden", Have: have(keyvault.Vault{Diagnostics: hidden[[]keyvault.Setting]()}), Want: unknown},
		{Name: "its logs hidden", Have: vault(keyvault.Setting{Sinks: 1, Audit: hidden[bool]()}), Want: unknown},
	})
}
