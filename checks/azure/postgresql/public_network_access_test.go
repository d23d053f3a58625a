package postgresql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/postgresql"
	"demarc/providers/inventory"
)

func TestPublicNetworkAccess(t *testing.T) {
	checktest.Run(t, PublicNetworkAccess, []checktest.Case{
		{Name: "private", Have: behind("Disabled"), Want: []checks.Verdict{checks.Pass}},
		{Name: "public", Have: behind("Enabled"), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: behind("Odd"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "unlisted", Have: inventory.Fixture(inventory.Unlisted(postgresql.Servers, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
