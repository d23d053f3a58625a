package keyvault

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

func TestSecretExpirationAccessPolicy(t *testing.T) {
	in := func(rbac inventory.Known[bool], enabled bool, expires inventory.Known[int64]) *inventory.Inventory {
		return have(keyvault.Vault{RBAC: rbac}, inventory.Rows(keyvault.Secrets, &keyvault.Secret{Item: item(enabled, expires)}))
	}
	ours, others := inventory.Of(false), inventory.Of(true)
	checktest.Run(t, SecretExpirationAccessPolicy, []checktest.Case{
		{Name: "expires", Have: in(ours, true, inventory.Of[int64](1800000000)), Want: pass},
		{Name: "never expires", Have: in(ours, true, inventory.Of[int64](0)), Want: fail},
		{Name: "disabled", Have: in(ours, false, inventory.Of[int64](0)), Want: skip},
		{Name: "in a vault of the other kind", Have: in(others, true, inventory.Of[int64](0)), Want: skip},
		{Name: "hidden", Have: in(ours, true, hidden[int64]()), Want: unknown},
		{Name: "of an unknown kind", Have: in(hidden[bool](), true, inventory.Of[int64](0)), Want: unknown},
		{Name: "not listed", Have: have(keyvault.Vault{RBAC: ours}, inventory.Unlisted(keyvault.Secrets, "", checktest.Dark)), Want: unknown},
	})
}
