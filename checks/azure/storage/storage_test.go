package storage

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/storage"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

var (
	pass    = []checks.Verdict{checks.Pass}
	fail    = []checks.Verdict{checks.Fail}
	unknown = []checks.Verdict{checks.Unknown}
	skip    = []checks.Verdict{checks.NotApplicable}
)

// have is an inventory with one account, "/rg/a".
func have(a storage.Account, parts ...inventory.Part) *inventory.Inventory {
	a.Resource = inventory.Resource{ID: "a", Full: "/rg/a"}
	return inventory.Fixture(append(parts, inventory.Rows(storage.Accounts, &a))...)
}

func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

func lock(scope, grade string) *storage.Lock {
	return &storage.Lock{Resource: inventory.Resource{ID: "l", Full: scope + "/l"}, Scope: scope, Grade: inventory.Of(grade)}
}
