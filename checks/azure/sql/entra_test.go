package sql

import (
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func administrators(only ...inventory.Known[bool]) *inventory.Inventory {
	all := []sql.Administrator{}
	for _, o := range only {
		all = append(all, sql.Administrator{PrincipalType: "Group", EntraOnly: o})
	}
	return have(sql.Server{Administrators: inventory.Of(all)})
}
