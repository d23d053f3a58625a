package mysql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/mysql"
	"demarc/providers/inventory"
)

func TestEntraAdministrator(t *testing.T) {
	server := func(n inventory.Known[int]) *inventory.Inventory { return have(mysql.Server{Administrators: n}) }
	checktest.Run(t, EntraAdministrator, []checktest.Case{
		{Name: "one", Have: server(inventory.Of(1)), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: server(inventory.Of(0)), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: server(hidden[int]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
