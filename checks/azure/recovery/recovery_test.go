package recovery

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/recovery"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

// have is an inventory with one vault.
func have(v recovery.Vault) *inventory.Inventory {
	v.Resource = inventory.Resource{ID: "v", Full: "/rg/v"}
	return inventory.Fixture(inventory.Rows(recovery.Vaults, &v))
}

func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }
