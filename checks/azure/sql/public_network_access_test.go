package sql

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/azure/sql"
	"demarc/providers/inventory"
)

func TestPublicNetworkAccess(t *testing.T) {
	checktest.Run(t, PublicNetworkAccess, []checktest.Case{
		{Name: "closed", Have: behind("Disabled"), Want: []checks.Verdict{checks.Pass}},
		{Name: "a perimeter", Have: behind("SecuredByPerimeter"), Want: []checks.Verdict{checks.NotApplicable}},
		{Name: "open", Have: behind("Enabled"), Want: []checks.Verdict{checks.Fail}},
		{Name: "unheard of", Have: behind("Odd"), Want: []checks.Verdict{checks.Unknown}},
		{Name: "unlisted", Have: inventory.Fixture(inventory.Unlisted(sql.Servers, "", checktest.Dark)), Want: []checks.Verdict{checks.Unknown}},
	})
}
