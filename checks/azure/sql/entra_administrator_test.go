package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestEntraAdministrator(t *testing.T) {
	checktest.Run(t, EntraAdministrator, []checktest.Case{
		{Name: "one", Have: administrators(inventory.Of(false)), Want: []checks.Verdict{checks.Pass}},
		{Name: "none", Have: administrators(), Want: []checks.Verdict{checks.Fail}},
		{Name: "hidden", Have: have(sql.Server{Administrators: hidden[[]sql.Administrator]()}), Want: []checks.Verdict{checks.Unknown}},
	})
}
