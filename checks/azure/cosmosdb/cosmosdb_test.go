package cosmosdb

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/cosmosdb"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

// hidden is a value that could not be read.
func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

// res names a fixture's row.
func res(id string) inventory.Resource { return inventory.Resource{ID: id} }

// have is an inventory with one account, which is settled.
func have(a *cosmosdb.Account) *inventory.Inventory {
	a.Resource, a.State = res("a"), inventory.Of("Succeeded")
	return inventory.Fixture(inventory.Rows(cosmosdb.Accounts, a))
}
