package postgresql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

func TestEntraAuthentication(t *testing.T) {
	server := func(state inventory.Known[string]) *inventory.Inventory {
		return have(postgresql.Server{EntraAuth: state})
	}
	checktest.Run(t, EntraAuthentication, []checktest.Case{
		{Name: "good", Have: server(inventory.Of("Enabled")), Want: []checks.Verdict{checks.Pass}},
		{Name: "bad", Have: server(inventory.Of("Disabled")), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: server(inventory.Of("Odd")), Want: []checks.Verdict{checks.Unknown}},
		{Name: "hidden", Have: server(hidden[string]()), Want: []checks.Verdict{checks.Unknown}},
	})
}
