package account

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/account"
	"demarc/providers/inventory"
)

func TestDistinctContacts(t *testing.T) {
	other := inventory.Of(account.Contact{Set: true, Name: "n2", Email: "e2", Phone: "p2"})
	third := inventory.Of(account.Contact{Set: true, Name: "n3", Email: "e3", Phone: "p3"})
	owner := inventory.Of(account.Primary{Name: "n0", Phone: "p0"})
	of := func(security, billing, operations inventory.Known[account.Contact], primary inventory.Known[account.Primary]) *inventory.Inventory {
		return have(account.Account{Primary: primary, Security: security, Billing: billing, Operations: operations})
	}
	checktest.Run(t, DistinctContacts, []checktest.Case{
		{Name: "all differ", Have: of(team, other, third, owner), Want: []checks.Verdict{checks.Pass}},
		{Name: "one missing", Have: of(team, none, third, owner), Want: []checks.Verdict{checks.Fail}},
		{Name: "one missing, one hidden", Have: of(dark, none, third, owner), Want: []checks.Verdict{checks.Fail}},
		{Name: "two alike", Have: of(team, other, team, owner), Want: []checks.Verdict{checks.Fail}},
		{Name: "the primary's number", Have: of(team, other, third, inventory.Of(account.Primary{Phone: "p2"})), Want: []checks.Verdict{checks.Fail}},
		{Name: "one hidden", Have: of(team, other, dark, owner), Want: []checks.Verdict{checks.Unknown}},
	})
}
