package postgresql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

func TestLogConnections(t *testing.T) {
	with := func(value string) *inventory.Inventory { return set(postgresql.LogConnections, value) }
	checktest.Run(t, LogConnections, []checktest.Case{
		{Name: "on", Have: with("ON"), Want: []checks.Verdict{checks.Pass}},
		{Name: "off", Have: with("off"), Want: []checks.Verdict{checks.Fail}},
		{Name: "a list", Have: with("receipt, Authorization"), Want: []checks.Verdict{checks.Pass}},
		{Name: "a list of attempts alone", Have: with("receipt"), Want: []checks.Verdict{checks.Fail}},
		{Name: "an empty list", Have: with(""), Want: []checks.Verdict{checks.Fail}},
		{Name: "a list with a word unheard of", Have: with("receipt,odd"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not a parameter of the server", Have: set("another", "on"), Want: []checks.Verdict{checks.Unknown}},
	})
}
