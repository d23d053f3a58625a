package postgresql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

func TestMinimumTLS(t *testing.T) {
	with := func(value string) *inventory.Inventory { return set(postgresql.MinimumTLS, value) }
	checktest.Run(t, MinimumTLS, []checktest.Case{
		{Name: "1.2", Have: with("TLSv1.2"), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.3", Have: with("TLSv1.3"), Want: []checks.Verdict{checks.Pass}},
		{Name: "1.0", Have: with("TLSv1"), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: with("TLSv9"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "empty", Have: with(""), Want: []checks.Verdict{checks.Unknown}},
		{Name: "not a parameter of the server", Have: set("another", "TLSv1"), Want: []checks.Verdict{checks.Unknown}},
	})
}
