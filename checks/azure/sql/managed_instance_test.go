package sql

import (
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func instance(m sql.ManagedInstance) *inventory.Inventory {
	m.Resource = inventory.Resource{ID: "mi-shop"}
	return inventory.Fixture(inventory.Rows(sql.ManagedInstances, &m))
}
