package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestMinimumTLS(t *testing.T) {
	server := func(v inventory.Known[string]) *inventory.Inventory { return have(sql.Server{MinimalTLS: v}) }
	checktest.Run(t, MinimumTLS, []checktest.Case{
		{Name: "1.2", Have: server(inventory.Of("1.2")), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.3", Have: server(inventory.Of("1.3")), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.1", Have: server(inventory.Of("1.1")), Want: []checks.Verdict{checks.Fail}},
		{Name: "none", Have: server(inventory.Of("None")), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: server(inventory.Of("9")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: server(hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
