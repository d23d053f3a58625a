package sql

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

func hidden[T any]() inventory.Known[T] { return inventory.Missing[T](checktest.Dark) }

// have is an inventory of one server.
func have(s sql.Server, more ...inventory.Part) *inventory.Inventory {
	s.Resource = inventory.Resource{ID: "sql-shop"}
	return inventory.Fixture(append(more, inventory.Rows(sql.Servers, &s))...)
}
