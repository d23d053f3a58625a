package account

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/account"
	"demarc/providers/inventory"
)

func TestListed(t *testing.T) { checktest.Listed(t, All) }

func have(a account.Account) *inventory.Inventory {
	return inventory.Fixture(inventory.Rows(account.Accounts, &a))
}

var (
	team = inventory.Of(account.Contact{Set: true, Name: "n1", Email: "e1", Phone: "p1"})
	none = inventory.Of(account.Contact{})
	dark = inventory.Missing[account.Contact](checktest.Dark)
)
