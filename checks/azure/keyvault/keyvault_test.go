package keyvault

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/keyvault"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

// have is an inventory with one vault, "/rg/v".
func have(v keyvault.Vault, parts ...inventory.Part) *inventory.Inventory {
	v.Resource = inventory.Resource{ID: "v", Full: "/rg/v"}
	return inventory.Fixture(append(parts, inventory.Rows(keyvault.Vaults, &v))...)
}

// item is a key or a secret of that vault.
func item(enabled bool, expires inventory.Known[int64]) keyvault.Item {
	return keyvault.Item{
		Resource: inventory.Resource{ID: "v/i", Full: "/rg/v/i", Name: "i"}, VaultID: "/rg/v",
		Enabled: inventory.Of(enabled), Expires: expires,
	}
}

func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }
