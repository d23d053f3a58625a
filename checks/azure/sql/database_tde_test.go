package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestTransparentEncryption(t *testing.T) {
	database := func(on inventory.Known[bool]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(sql.Databases, &sql.Database{Resource: inventory.Resource{ID: "sql-shop/orders"}, Encrypted: on}))
	}
	checktest.Run(t, TransparentEncryption, []checktest.Case{
		{Name: "on", Have: database(inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: database(inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: database(hidden[bool]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
