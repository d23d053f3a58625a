package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestEntraOnly(t *testing.T) {
	checktest.Run(t, EntraOnly, []checktest.Case{
		{Name: "only", Have: administrators(inventory.Of(true)), Want: []checks.Verdict{checks.Pass}},
		{Name: "passwords too", Have: administrators(inventory.Of(false)), Want: []checks.Verdict{checks.Fail}},
		{Name: "no administrator", Have: administrators(), Want: []checks.Verdict{checks.Fail}},
		{Name: "not said", Have: administrators(hidden[bool]()), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: have(sql.Server{Administrators: hidden[[]sql.Administrator]()}), Want: []checks.Verdict{checks.Unknown}},
	})
}
